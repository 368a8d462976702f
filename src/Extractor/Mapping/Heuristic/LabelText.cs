using System.Text;
using Extractor.Normalisation;
using Extractor.Tables;

namespace Extractor.Mapping.Heuristic;

/// <summary>A label as match keys: what it names, and what it adds in brackets.</summary>
/// <param name="Main">Key of the text outside brackets; of the whole text where nothing stands outside.</param>
/// <param name="Aside">Key of the text inside brackets.</param>
/// <param name="Whole">Key of the whole text.</param>
/// <param name="Number">Running number printed in front of the label; empty if there is none.</param>
/// <param name="Bullet">Bullet in front of the label; '\0' if there is none.</param>
internal readonly record struct LabelText(string Main, string Aside, string Whole, string Number, char Bullet)
{
    private const string Bullets = "-–—+•*";

    /// <summary>Reads a printed label.</summary>
    /// <param name="label">The label.</param>
    /// <param name="synonyms">Phrases to write in the words they are compared by.</param>
    public static LabelText Read(string label, SynonymFolder synonyms)
    {
        ReadOnlySpan<char> rest = label.AsSpan().Trim();
        char bullet = '\0';
        if (!rest.IsEmpty && Bullets.Contains(rest[0], StringComparison.Ordinal))
        {
            bullet = rest[0];
            rest = rest[1..].TrimStart();
        }

        int numberLength = PrintedNumber.LeadingLength(rest);
        string number = rest[..numberLength].Trim().ToString();
        bool isBare = IsTypedWithoutAccents(rest[numberLength..]);
        string text = WithRateInWords(rest[numberLength..]);
        string whole = synonyms.Fold(KeyOf(text, isBare));
        if (!text.Contains('(', StringComparison.Ordinal))
        {
            return new LabelText(whole, "", whole, number, bullet);
        }

        (string outside, string inside) = SplitBrackets(text);
        string main = synonyms.Fold(KeyOf(outside, isBare));
        return main.Length == 0
            ? new LabelText(whole, "", whole, number, bullet)
            : new LabelText(main, synonyms.Fold(KeyOf(inside, isBare)), whole, number, bullet);
    }

    /// <summary>Whether a key names a figure: "số …", "tổng …", "tỷ lệ …", but not "số liệu về …".</summary>
    public static bool NamesFigure(string key) =>
        (StartsWith(key, "số ", "so ") && !StartsWith(key, "số liệu ", "so lieu "))
        || StartsWith(key, "tổng ", "tong ") || StartsWith(key, "tỷ lệ ", "ty le ");

    private static bool StartsWith(string key, string word, string bare) =>
        key.StartsWith(word, StringComparison.Ordinal) || key.StartsWith(bare, StringComparison.Ordinal);

    // Written-out abbreviations have accents; those of a label typed without any must not, or half of it would be compared with accents.
    private static string KeyOf(string text, bool isBare) => isBare ? MatchKey.Folded(text) : MatchKey.Of(text);

    // "SO TTHC THUC HIEN" is typed without accents, "TTHC" is only an abbreviation.
    private static bool IsTypedWithoutAccents(ReadOnlySpan<char> text)
    {
        if (!Ascii.IsValid(text))
        {
            return false;
        }

        string key = $" {MatchKey.Of(text.ToString())} ";
        foreach (Range range in text.Split(' '))
        {
            ReadOnlySpan<char> word = text[range];
            if (word.Length > 1 && word.IndexOfAnyExceptInRange('A', 'z') < 0
                && key.Contains($" {word.ToString().ToLowerInvariant()} ", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // "% hồ sơ đúng hạn" is "Tỷ lệ hồ sơ đúng hạn".
    private static string WithRateInWords(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        return text.Length > 1 && text[0] == '%' ? string.Concat("tỷ lệ ", text[1..]) : text.ToString();
    }

    private static (string Outside, string Inside) SplitBrackets(string text)
    {
        var outside = new StringBuilder(text.Length);
        var inside = new StringBuilder();
        int depth = 0;
        foreach (char c in text)
        {
            switch (c)
            {
                case '(':
                    depth++;
                    outside.Append(' ');
                    inside.Append(' ');
                    break;
                case ')' when depth > 0:
                    depth--;
                    break;
                default:
                    (depth > 0 ? inside : outside).Append(c);
                    break;
            }
        }

        return (outside.ToString(), inside.ToString());
    }
}
