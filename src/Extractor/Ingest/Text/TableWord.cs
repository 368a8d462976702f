using System.Collections.Immutable;

namespace Extractor.Ingest.Text;

/// <summary>What a word tells by itself, found once however often a table prints it.</summary>
internal sealed class TableWord
{
    /// <summary>Looks at a word.</summary>
    public TableWord(string text, TableVocabulary vocabulary)
    {
        Text = text;
        Letters = FoldedText.Word(text);
        ImmutableArray<string> keys = TableVocabulary.KeysOf(text);
        Keys = string.Concat(keys);
        HasKeys = keys.Length > 0;
        FirstKey = HasKeys ? vocabulary.IdOf(keys[0]) : TableVocabulary.Unknown;
        LastKey = HasKeys ? vocabulary.IdOf(keys[^1]) : TableVocabulary.Unknown;
        UnknownPairsInside = keys.Zip(keys.Skip(1)).Count(p => !vocabulary.HasPair(vocabulary.IdOf(p.First), vocabulary.IdOf(p.Second)));
        Number = Numbering.Parse(text);
        Opens = text.Count(c => c == '(') - text.Count(c => c == ')');
        IsFigure = LooksLikeFigure(text);
        IsAcronym = text.Count(char.IsUpper) > 1;
        IsTitleCase = char.IsUpper(text[0]) && !IsAcronym;
        IsCapitals = text.Any(char.IsUpper) && !text.Any(char.IsLower);
        IsPlain = text.All(c => char.IsLower(c) || c is '%' or '/' or '.');
        HasEqualsSign = text.Contains('=', StringComparison.Ordinal);
        HasDigit = text.Any(char.IsAsciiDigit);
        Dangles = vocabulary.Words.Dangling.Contains(Letters);
        PrecedesNumber = HasKeys && text[^1] is not (')' or ']') && vocabulary.Words.PrecedesNumber(text, keys);
    }

    /// <summary>The word as printed.</summary>
    public string Text { get; }

    /// <summary>The word without case, accents and signs.</summary>
    public string Letters { get; }

    /// <summary>Its letters with abbreviations written out.</summary>
    public string Keys { get; }

    /// <summary>Whether it has letters or digits at all.</summary>
    public bool HasKeys { get; }

    /// <summary>Its first word in the vocabulary, abbreviations written out.</summary>
    public int FirstKey { get; }

    /// <summary>Its last word in the vocabulary.</summary>
    public int LastKey { get; }

    /// <summary>How often inside it two words follow each other that do so in no label.</summary>
    public int UnknownPairsInside { get; }

    /// <summary>Row number it could be.</summary>
    public RowNumber? Number { get; }

    /// <summary>Brackets it opens, less those it closes.</summary>
    public int Opens { get; }

    /// <summary>Digits with separators, perhaps a percent sign or a stroke: "1.234", "99,75%", "10/10"; no "3.3.1" and no "6.".</summary>
    public bool IsFigure { get; }

    /// <summary>Two or more capitals.</summary>
    public bool IsAcronym { get; }

    /// <summary>The first letter is a capital and not all letters are.</summary>
    public bool IsTitleCase { get; }

    /// <summary>No letter but capitals.</summary>
    public bool IsCapitals { get; }

    /// <summary>Small letters only, as of a unit behind a figure.</summary>
    public bool IsPlain { get; }

    /// <summary>Whether it has an equals sign, as coded options have.</summary>
    public bool HasEqualsSign { get; }

    /// <summary>Whether it has a digit.</summary>
    public bool HasDigit { get; }

    /// <summary>Whether it never ends a phrase.</summary>
    public bool Dangles { get; }

    /// <summary>Whether a number follows it inside a phrase.</summary>
    public bool PrecedesNumber { get; }

    private static bool LooksLikeFigure(string word)
    {
        int digits = 0, points = 0, digitsBehindPoint = 0;
        bool hasShortGroup = false;
        foreach (char c in word)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            digitsBehindPoint++;
            if (c == '.')
            {
                hasShortGroup |= points > 0 && digitsBehindPoint != 4;
                points++;
                digitsBehindPoint = 0;
            }
            else if (!char.IsAsciiDigit(c) && c is not (',' or '%' or '/' or '-' or '+'))
            {
                return false;
            }
        }

        hasShortGroup |= points > 1 && digitsBehindPoint != 3;
        return digits > 0 && word[^1] != '.' && !hasShortGroup;
    }
}
