using System.Collections.Immutable;

namespace Extractor.Ingest.Text;

/// <summary>Finds the column headings of a table whose columns run together, wherever the lines break.</summary>
internal sealed class HeadingFinder(TableWords words)
{
    private const int LongestHeading = 24;
    private const int LongestFigureHeading = 10;
    private const int MostForeignWords = 24;

    /// <summary>Reads the headings that start with this line; null if none do.</summary>
    public TableHeading? Read(IReadOnlyList<TextLine> lines, int start)
    {
        TableHeading? heading = ReadFrom(lines, start);
        for (int i = start + 1; heading is not null && i < heading.End; i++)
        {
            // "- TT HĐND" among the recipients reads like a heading too: where one starts further down, that is it.
            if (!lines[i].IsBlank && ReadFrom(lines, i) is { } below && below.Printed.Count >= heading.Printed.Count)
            {
                return null;
            }
        }

        return heading;
    }

    private TableHeading? ReadFrom(IReadOnlyList<TextLine> lines, int start)
    {
        if (lines[start].IsBlank || !StartsHeading(lines[start].Text))
        {
            return null;
        }

        List<(string Word, string Raw, int Line)> found = WordsFrom(lines, start);
        int number = MatchLength(found, 0, "number-heading");
        if (number == 0)
        {
            return null;
        }

        var kinds = new Dictionary<string, string>(StringComparer.Ordinal) { ["number-heading"] = Print(found, 0, number) };
        var figures = new List<(string Printed, bool IsValue)>();
        int end = number, foreign = 0, open = 0, unitAt = -1, valueAt = -1, row = int.MaxValue;
        for (int i = number; i < found.Count && foreign <= MostForeignWords && !StartsData(found, i, kinds.Count);)
        {
            (string kind, int length) = MatchAny(found, i, kinds);
            int further = open == 0 ? FurtherFigure(found, i) : 0;
            int rest = length > 0 && further > length && IsRest(found, i + length, further - length, figures) ? further - length : 0;
            if (further > length && rest == 0)
            {
                figures.Add((Print(found, i, further), false));
                i += further;
                end = i;
                continue;
            }

            if (length == 0 || open > 0)
            {
                bool inside = open > 0;
                open = Math.Max(0, open + found[i].Raw.Count(c => c == '(') - found[i].Raw.Count(c => c == ')'));
                foreign += open > 0 || length > 0 ? 0 : 1;
                foreign += kinds.Count > 3 && open == 0 ? 6 : 0;
                row = !inside && IsRowNumber(found, i) ? Math.Min(row, i) : row;
                i++;
                end = open == 0 && inside ? i : end;
                continue;
            }

            kinds[kind] = Print(found, i, length);
            (unitAt, valueAt) = (kind == "unit-heading" ? i : unitAt, kind == "value-heading" ? i : valueAt);
            if (kind == "value-heading")
            {
                figures.Add((kinds[kind], true));
            }

            i += length + rest;
            end = i;
        }

        bool isTable = kinds.ContainsKey("label-heading") && kinds.Count >= 3;
        return isTable ? Create(lines, start, found, end, kinds) with
        {
            Figures = [.. figures.Select(static figure => figure.Printed)],
            Reported = Math.Max(0, figures.FindIndex(static figure => figure.IsValue)),
            IsTorn = row < end,
            HasUnitLast = valueAt >= 0 && unitAt > valueAt,
        } : null;
    }

    // "Cùng kỳ" "năm" beside "Kỳ báo cáo", and "trước" below the first of them: words that end a heading in front belong to that.
    private bool IsRest(List<(string Word, string Raw, int Line)> found, int at, int count, List<(string Printed, bool IsValue)> figures)
    {
        string rest = string.Concat(found.Skip(at).Take(count).Select(static w => w.Word));
        return found[at].Line > found[at - 1].Line && figures.Count > 0 && words.IsFigureHeadingEnd(FoldedText.Words(figures[^1].Printed), rest);
    }

    // A single word such as "Năm" heads no column, but may begin a row; headings begin with a capital.
    private int FurtherFigure(List<(string Word, string Raw, int Line)> found, int at)
    {
        if (!char.IsUpper(found[at].Raw[0]) && !char.IsAsciiDigit(found[at].Raw[0]))
        {
            return 0;
        }

        int length = words.LongestFigureHeading([.. found.Skip(at).Take(LongestFigureHeading).Select(static w => w.Word)]);
        return length > 1 ? length : 0;
    }

    // Nearly all lines are told by their first word. "- TT HĐND" is an item among the recipients.
    private bool StartsHeading(string line)
    {
        if (line[0] is '-' or '–' or '+' or '*' or '•')
        {
            return false;
        }

        int end = line.AsSpan().IndexOfAny(" \t\u00A0");
        return words.StartsNumberHeading(FoldedText.Word(end < 0 ? line : line.AsSpan(0, end)));
    }

    private static TableHeading Create(
        IReadOnlyList<TextLine> lines, int start, List<(string Word, string Raw, int Line)> found, int end, Dictionary<string, string> kinds)
    {
        int last = found[end - 1].Line;
        string letters = string.Concat(found.Take(end).Select(w => w.Word));
        int next = SkipColumnNumbers(lines, last + 1);
        return new TableHeading(start, next, letters, kinds.ToImmutableDictionary());
    }

    // "(1) (2) (3) (4) (5)" below the headings, on one line or one a line
    private static int SkipColumnNumbers(IReadOnlyList<TextLine> lines, int start)
    {
        int next = start, expected = 1;
        for (int i = start; i < lines.Count && i < start + 16; i++)
        {
            if (lines[i].IsBlank)
            {
                continue;
            }

            string[] parts = lines[i].Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (!parts.All(p => p == $"({expected++})"))
            {
                break;
            }

            next = i + 1;
        }

        return next;
    }

    private static List<(string Word, string Raw, int Line)> WordsFrom(IReadOnlyList<TextLine> lines, int start)
    {
        var found = new List<(string, string, int)>();
        int present = 0;
        for (int i = start; i < lines.Count && present < LongestHeading; i++)
        {
            present += lines[i].IsBlank ? 0 : 1;
            foreach (string word in lines[i].Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                string letters = FoldedText.Word(word);
                if (letters.Length > 0)
                {
                    found.Add((letters, word, i));
                }
            }
        }

        return found;
    }

    // On a line of its own: the number of a row, of which some producers print the label among the headings.
    private static bool IsRowNumber(List<(string Word, string Raw, int Line)> found, int i) =>
        (i == 0 || found[i - 1].Line < found[i].Line) && (i + 1 == found.Count || found[i + 1].Line > found[i].Line) && Numbering.Parse(found[i].Raw) is not null;

    private static bool StartsData(List<(string Word, string Raw, int Line)> found, int i, int kinds) =>
        kinds >= 3 && found[i].Line > found[i - 1].Line && Numbering.Parse(found[i].Raw) is not null;

    private (string Kind, int Length) MatchAny(List<(string Word, string Raw, int Line)> found, int at, Dictionary<string, string> seen)
    {
        foreach (TableWords.Heading heading in words.Headings)
        {
            if (!seen.ContainsKey(heading.Kind) && Matches(found, at, heading))
            {
                return (heading.Kind, heading.Words.Length);
            }
        }

        return ("", 0);
    }

    private int MatchLength(List<(string Word, string Raw, int Line)> found, int at, string kind) =>
        words.Headings.Where(h => h.Kind == kind && Matches(found, at, h)).Select(h => h.Words.Length).DefaultIfEmpty(0).First();

    private static bool Matches(List<(string Word, string Raw, int Line)> found, int at, TableWords.Heading heading)
    {
        for (int i = 0; i < heading.Words.Length; i++)
        {
            if (at + i >= found.Count || found[at + i].Word != heading.Words[i])
            {
                return false;
            }
        }

        return true;
    }

    private static string Print(List<(string Word, string Raw, int Line)> found, int at, int length) =>
        string.Join(' ', found.Skip(at).Take(length).Select(w => w.Raw));
}
