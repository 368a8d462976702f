using System.Collections.Immutable;
using System.Text;
using Extractor.Models;
using Extractor.Normalisation;

namespace Extractor.Training.Synthesis;

/// <summary>Rewrites a label as another office, a hasty typist or a scanner would.</summary>
internal sealed class LabelPerturbation
{
    // Dipping and creaky tone are one sound in the south, and typed one for the other.
    private const string Dipping = "ảẳẩẻểỉỏổởủửỷ";
    private const string Creaky = "ãẵẫẽễĩõỗỡũữỹ";
    private const string Confusable = "lI1i|oO0o|eéèe|uúưu|nrmn|hbh|cec|áàâá|ốôồố|ệêếệ";

    private readonly ImmutableArray<(string Short, string Long)> _abbreviations;
    private readonly ImmutableArray<ImmutableArray<string>> _synonyms;

    /// <summary>Prepares the ways to say the same that a family knows.</summary>
    public LabelPerturbation(IndicatorSchema schema)
    {
        _abbreviations =
        [
            .. EmbeddedTable.Read("abbreviations.csv").Where(row => row["when"] == "always").Select(row => (row["abbreviation"], row["expansion"]))
                .OrderByDescending(a => a.Item2.Length).ThenBy(a => a.Item1, StringComparer.Ordinal),
        ];
        _synonyms =
        [
            .. schema.Synonyms.Where(s => s.Canonical.Length > 0).GroupBy(s => s.Canonical, StringComparer.Ordinal)
                .Select(g => g.Select(s => s.Phrase).Append(g.Key).ToImmutableArray()),
        ];
    }

    /// <summary>A label as it would stand in a table of this style.</summary>
    public string Apply(string label, TableStyle style, SeededRandom random)
    {
        string text = label;
        if (random.Chance(style.Synonyms))
        {
            text = ReplaceSynonym(text, random);
        }

        if (random.Chance(style.Abbreviations))
        {
            text = Abbreviate(text, random);
        }
        else if (random.Chance(style.Abbreviations))
        {
            text = WriteOut(text);
        }

        for (int dropped = 0; dropped < 3 && random.Chance(style.DroppedWords); dropped++)
        {
            text = DropWord(text, random);
        }

        text = style.HasNoise ? Damage(text, style.NoisePerLetter, random) : text;
        text = random.Chance(style.ToneSlips) ? SlipTone(text, random) : text;
        text = style.LosesDiacritics ? VietnameseLetters.WithoutDiacritics(text) : text;
        return Capitalise(text);
    }

    private string ReplaceSynonym(string text, SeededRandom random)
    {
        string lower = text.ToLowerInvariant();
        foreach (ImmutableArray<string> group in _synonyms)
        {
            foreach (string phrase in group)
            {
                int at = IndexOfWords(lower, phrase);
                if (at >= 0 && random.Chance(0.5))
                {
                    return string.Concat(text.AsSpan(0, at), random.Pick(group), text.AsSpan(at + phrase.Length));
                }
            }
        }

        return text;
    }

    private string Abbreviate(string text, SeededRandom random)
    {
        foreach ((string shortForm, string longForm) in _abbreviations)
        {
            int at = IndexOfWords(text.ToLowerInvariant(), longForm);
            if (at >= 0 && random.Chance(0.8))
            {
                text = string.Concat(text.AsSpan(0, at), shortForm, text.AsSpan(at + longForm.Length));
            }
        }

        return text;
    }

    private string WriteOut(string text)
    {
        foreach ((string shortForm, string longForm) in _abbreviations)
        {
            int at = IndexOfWords(text, shortForm);
            text = at < 0 ? text : string.Concat(text.AsSpan(0, at), longForm, text.AsSpan(at + shortForm.Length));
        }

        return text;
    }

    private static string DropWord(string text, SeededRandom random)
    {
        string[] words = text.Split(' ');
        if (words.Length < 5)
        {
            return text;
        }

        int dropped = random.Below(words.Length);
        return string.Join(' ', words.Where((_, i) => i != dropped));
    }

    private static string Damage(string text, double perLetter, SeededRandom random)
    {
        var damaged = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (!random.Chance(perLetter))
            {
                damaged.Append(c);
                continue;
            }

            int at = Confusable.IndexOf(c, StringComparison.Ordinal);
            switch (random.Below(4))
            {
                case 0 when at >= 0 && at + 1 < Confusable.Length && Confusable[at + 1] != '|':
                    damaged.Append(Confusable[at + 1]);
                    break;
                case 1:
                    damaged.Append(VietnameseLetters.WithoutDiacritics(c));
                    break;
                case 2 when c != ' ':
                    damaged.Append(c).Append(' ');
                    break;
                default:
                    break;
            }
        }

        return damaged.ToString();
    }

    private static string SlipTone(string text, SeededRandom random)
    {
        char[] letters = text.ToCharArray();
        for (int i = 0; i < letters.Length; i++)
        {
            int dipping = Dipping.IndexOf(letters[i], StringComparison.Ordinal), creaky = Creaky.IndexOf(letters[i], StringComparison.Ordinal);
            if ((dipping >= 0 || creaky >= 0) && random.Chance(0.5))
            {
                letters[i] = dipping >= 0 ? Creaky[dipping] : Dipping[creaky];
            }
        }

        return new string(letters);
    }

    private static string Capitalise(string text) =>
        text.Length == 0 ? text : string.Concat(char.ToUpperInvariant(text[0]).ToString(), text.AsSpan(1));

    private static int IndexOfWords(string text, string phrase)
    {
        for (int at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            int end = at + phrase.Length;
            if ((at == 0 || !char.IsLetter(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end])))
            {
                return at;
            }
        }

        return -1;
    }
}
