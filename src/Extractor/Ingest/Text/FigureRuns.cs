using System.Buffers;
using System.Collections.Immutable;

namespace Extractor.Ingest.Text;

/// <summary>
/// Makes rows of tables that print several figures side by side, or the figure in front of its unit, read as other rows do: unit, then one
/// figure. Whether a table is one of these is told by its headings, and by its lines.
/// </summary>
internal static class FigureRuns
{
    private const int FewestLines = 3;
    private const double UsualShare = 0.4;
    private const int MostWordsOfUnit = 7;

    private static readonly SearchValues<char> FigureCharacters = SearchValues.Create("0123456789.,/%");

    /// <summary>Takes the further figures of each line out of it.</summary>
    /// <param name="body">Lines of the table.</param>
    /// <param name="heading">Its headings.</param>
    /// <returns>All figures of such lines by the index of the line; empty where the table has one column of figures.</returns>
    public static Dictionary<int, string[]> TakeOut(List<BodyLine> body, TableHeading heading)
    {
        var taken = new Dictionary<int, string[]>();
        int columns = heading.Figures.Length;
        if (columns < 2 || !AreUsual(body, columns))
        {
            return taken;
        }

        for (int i = 0; i < body.Count; i++)
        {
            string text = body[i].Line.Text;
            if (body[i].Kind == BodyLineKind.Text && StartOfRun(text, columns, out string[] figures) is var start && figures.Length > 1)
            {
                string reported = figures[Math.Min(heading.Reported, figures.Length - 1)];
                body[i] = body[i] with { Line = body[i].Line with { Text = text[..start] + reported } };
                taken[i] = figures;
            }
        }

        return taken;
    }

    /// <summary>Moves units behind figures to where other tables have them.</summary>
    /// <param name="body">Lines of the table.</param>
    /// <param name="vocabulary">What units look like.</param>
    public static void PutUnitsFirst(List<BodyLine> body, TableVocabulary vocabulary)
    {
        bool isOpen = false;
        int kept = 0;
        for (int i = 0; i < body.Count; i++)
        {
            BodyLine line = body[i];
            if (line.Kind == BodyLineKind.Text && !line.Line.IsBlank)
            {
                string text = line.Line.Text;
                string? whole = i + 1 < body.Count && body[i + 1].Kind == BodyLineKind.Text && EndsInside(text) ? $"{text} {body[i + 1].Line.Text}" : null;
                string? joined = whole is null ? null : UnitFirst(whole, vocabulary, isOpen, mustEnd: true);
                string? moved = joined ?? UnitFirst(text, vocabulary, isOpen, mustEnd: false);
                line = moved is null ? line : line with { Line = line.Line with { Text = moved } };
                i += joined is null ? 0 : 1;
                isOpen = moved is null;
            }

            body[kept++] = line;
        }

        body.RemoveRange(kept, body.Count - kept);
    }

    /// <summary>Whether the table has units of its own, whatever its headings say: in front of many figures stands one.</summary>
    /// <param name="body">Lines of the table.</param>
    /// <param name="vocabulary">What units look like.</param>
    public static bool FollowUnits(List<BodyLine> body, TableVocabulary vocabulary)
    {
        int figures = 0, units = 0;
        foreach (BodyLine line in body)
        {
            string[] words = line.Kind == BodyLineKind.Text ? line.Line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
            if (words.Length > 1 && IsFigure(words[^1]))
            {
                figures++;
                units += HasUnitAt(words.AsSpan(0, words.Length - 1), vocabulary) ? 1 : 0;
            }
        }

        return units * 5 > figures;
    }

    private static bool HasUnitAt(ReadOnlySpan<string> words, TableVocabulary vocabulary)
    {
        string letters = "";
        for (int i = words.Length - 1; i >= 0 && i >= words.Length - MostWordsOfUnit; i--)
        {
            letters = FoldedText.Word(words[i]) + letters;
            if (words[i][0] == '%' || (char.IsUpper(words[i][0]) && vocabulary.IsUnit(letters)))
            {
                return true;
            }
        }

        return false;
    }

    // A unit that wraps: "48 Cơ quan," above "đơn vị", "Chưa có = 0;" above further options.
    private static bool EndsInside(string line) => line[^1] is ',' or ';';

    private static bool AreUsual(List<BodyLine> body, int columns)
    {
        int runs = 0, full = 0;
        foreach (BodyLine line in body)
        {
            if (line.Kind == BodyLineKind.Text)
            {
                StartOfRun(line.Line.Text, columns, out string[] figures);
                runs += figures.Length > 0 ? 1 : 0;
                full += figures.Length == columns ? 1 : 0;
            }
        }

        return full >= FewestLines && full >= UsualShare * runs;
    }

    // The figures at the end of a line, as many as there are columns for them.
    private static int StartOfRun(string text, int columns, out string[] figures)
    {
        var found = new List<string>();
        int end = text.Length;
        while (end > 0 && found.Count < columns)
        {
            int start = text.LastIndexOf(' ', end - 1) + 1;
            if (!IsFigure(text.AsSpan(start, end - start)))
            {
                break;
            }

            found.Add(text[start..end]);
            end = text.AsSpan(0, start).TrimEnd().Length;
        }

        found.Reverse();
        figures = [.. found];
        return end == 0 ? 0 : end + 1;
    }

    private static bool IsFigure(ReadOnlySpan<char> word) =>
        word is "-" or "–" or "x" or "X" || (!word.IsEmpty && char.IsAsciiDigit(word[0]) && word[^1] is not ('.' or ')') && word.IndexOfAnyExcept(FigureCharacters) < 0);

    // A number that begins a line is that of a row, unless the row above still lacks its figure.
    private static string? UnitFirst(string text, TableVocabulary vocabulary, bool isOpen, bool mustEnd)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i + 1 < words.Length; i++)
        {
            if (!IsFigure(words[i]) || UnitLength(words, i + 1, vocabulary) is not (> 0 and var length))
            {
                continue;
            }

            bool isRest = i + 1 + length == words.Length;
            if (mustEnd ? isRest && (i > 0 || isOpen) : i > 0 || (isRest && (isOpen || Numbering.Parse(words[0]) is null)))
            {
                return string.Join(' ', ((ImmutableArray<string>)[.. words[..i], .. words[(i + 1)..(i + 1 + length)], words[i], .. words[(i + 1 + length)..]]).AsSpan());
            }
        }

        return null;
    }

    private static int UnitLength(string[] words, int start, TableVocabulary vocabulary)
    {
        string letters = "";
        int longest = 0;
        for (int count = 1; count <= MostWordsOfUnit && start + count <= words.Length; count++)
        {
            letters += FoldedText.Word(words[start + count - 1]);
            bool isCapital = char.IsUpper(words[start][0]) || words[start][0] == '%';
            longest = isCapital && (letters.Length == 0 || vocabulary.IsUnit(letters)) ? count : longest;
        }

        // Coded options take the rest of the line.
        bool hasOptions = char.IsUpper(words[start][0]) && Array.FindIndex(words, start, static word => word.Contains('=', StringComparison.Ordinal)) >= 0;
        return hasOptions ? words.Length - start : longest;
    }
}
