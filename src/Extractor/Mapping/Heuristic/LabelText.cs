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
        string text = WithRateInWords(rest[numberLength..]);
        string whole = synonyms.Fold(MatchKey.Of(text));
        if (!text.Contains('(', StringComparison.Ordinal))
        {
            return new LabelText(whole, "", whole, number, bullet);
        }

        (string outside, string inside) = SplitBrackets(text);
        string main = synonyms.Fold(MatchKey.Of(outside));
        return main.Length == 0
            ? new LabelText(whole, "", whole, number, bullet)
            : new LabelText(main, synonyms.Fold(MatchKey.Of(inside)), whole, number, bullet);
    }

    /// <summary>Whether a key names a figure: "số …", "tổng …", "tỷ lệ …", but not "số liệu về …".</summary>
    public static bool NamesFigure(string key) =>
        (key.StartsWith("số ", StringComparison.Ordinal) && !key.StartsWith("số liệu ", StringComparison.Ordinal))
        || key.StartsWith("tổng ", StringComparison.Ordinal) || key.StartsWith("tỷ lệ ", StringComparison.Ordinal);

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
