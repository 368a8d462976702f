using System.Collections.Immutable;

namespace Extractor.Ingest.Text;

/// <summary>Makes rows that print the figure in front of its unit read as other rows do, and tells whether rows print units at all.</summary>
internal static class UnitsBehindFigures
{
    private const int MostWordsOfUnit = 7;
    private const int MostLinesOfUnit = 2;

    /// <summary>Moves units behind figures to where other tables have them.</summary>
    /// <param name="body">Lines of the table.</param>
    /// <param name="vocabulary">What units look like.</param>
    public static void PutFirst(List<BodyLine> body, TableVocabulary vocabulary)
    {
        SwapLines(body, vocabulary);
        bool isOpen = false;
        int kept = 0;
        for (int i = 0; i < body.Count; i++)
        {
            BodyLine line = body[i];
            if (line.HasWords)
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

    // A text that prints a cell a line has the unit on the lines below its figure.
    private static void SwapLines(List<BodyLine> body, TableVocabulary vocabulary)
    {
        for (int i = 0; i < body.Count; i++)
        {
            if (!body[i].HasWords || !FigureRun.IsFigure(body[i].Line.Text))
            {
                continue;
            }

            string letters = "";
            int first = -1, seen = 0, last = -1;
            for (int j = i + 1; j < body.Count && seen < MostLinesOfUnit; j++)
            {
                if (body[j].Kind != BodyLineKind.Text)
                {
                    break;
                }

                if (body[j].Line.IsBlank)
                {
                    continue;
                }

                (first, seen) = (first < 0 ? j : first, seen + 1);
                letters += FoldedText.Letters(body[j].Line.Text);
                if ((seen == 1 && body[first].Line.Text == "%") || (char.IsUpper(body[first].Line.Text[0]) && vocabulary.IsUnit(letters)))
                {
                    last = j;
                }
            }

            if (last > 0)
            {
                BodyLine figure = body[i];
                for (; i < last; i++)
                {
                    body[i] = body[i + 1];
                }

                body[last] = figure;
            }
        }
    }

    /// <summary>Whether the table has units of its own, whatever its headings say: in front of many figures stands one.</summary>
    /// <param name="body">Lines of the table.</param>
    /// <param name="vocabulary">What units look like.</param>
    public static bool AreInFront(List<BodyLine> body, TableVocabulary vocabulary)
    {
        int figures = 0, units = 0;
        foreach (BodyLine line in body)
        {
            string[] words = line.Kind == BodyLineKind.Text ? line.Line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
            if (words.Length > 1 && FigureRun.IsFigure(words[^1]))
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

    // A number that begins a line is that of a row, unless the row above still lacks its figure.
    private static string? UnitFirst(string text, TableVocabulary vocabulary, bool isOpen, bool mustEnd)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i + 1 < words.Length; i++)
        {
            if (!FigureRun.IsFigure(words[i]) || UnitLength(words, i + 1, vocabulary) is not (> 0 and var length))
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
