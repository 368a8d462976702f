using System.Text;

namespace Extractor.Ingest.Text;

/// <summary>Joins the lines of an aligned table to rows: the best way to part them, given that the figures of a row stand at its first line or its middle.</summary>
/// <param name="lines">The lines, cut into columns.</param>
/// <param name="vocabulary">What labels and units look like.</param>
internal sealed class AlignedRows(IReadOnlyList<AlignedLine> lines, TableVocabulary vocabulary)
{
    private const int MostLinesOfRow = 40;
    private const double Hopeless = -14;
    private const double GoesOn = -4;
    private const double KnownLabel = 2;
    private const double LabelAlone = 1;
    private const double CapitalWidth = 1.25;

    // "2.3." above "1" beside a label that goes on in small letters: the end of a number a narrow column broke.
    private const double NumberGoesOn = -1.5;

    private readonly int _labelWidth = WidthOf(lines);

    /// <summary>The first line of each row.</summary>
    public List<int> FindStarts(CancellationToken cancellationToken)
    {
        (double topScore, List<int> top) = FindStarts(centred: false, cancellationToken);
        (double middleScore, List<int> middle) = FindStarts(centred: true, cancellationToken);
        return topScore >= middleScore ? top : middle;
    }

    private (double Score, List<int> Starts) FindStarts(bool centred, CancellationToken cancellationToken)
    {
        var best = new double[lines.Count + 1];
        var from = new int[lines.Count + 1];
        Array.Fill(best, double.NegativeInfinity);
        best[0] = 0;
        for (int start = 0; start < lines.Count; start++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int end = start + 1; end <= lines.Count && end - start <= MostLinesOfRow; end++)
            {
                double score = Score(start, end, centred);
                if (best[start] + score > best[end])
                {
                    (best[end], from[end]) = (best[start] + score, start);
                }

                if (score < Hopeless)
                {
                    break;
                }
            }
        }

        var starts = new List<int>();
        for (int end = lines.Count; end > 0; end = from[end])
        {
            starts.Add(from[end]);
        }

        starts.Reverse();
        return (best[lines.Count], starts);
    }

    private double Score(int start, int end, bool centred)
    {
        double score = ScoreNumber(start, end, centred, out int numberLine) + ScoreLabel(start, end) + ScoreUnit(start, end) + ScoreValue(start, end)
            + ScoreFirstLine(lines[start], centred);
        if (numberLine < 0)
        {
            score -= IsLabelOnly(start, end) ? LabelAlone : 0;
            score -= 0.4 + ScorePlace(start, end, FirstWith(CellKind.Value, start, end), centred) switch { < 0 => 1, _ => 0 };
        }

        for (int i = start + 1; i < end; i++)
        {
            score -= lines[i].AfterHeading ? 1 : lines[i].AfterBlank ? 1.2 : 0;
        }

        return score;
    }

    // A row begins with its number or its label, in the middle of taller cells perhaps with its unit or figure; never with words that go on.
    private static double ScoreFirstLine(AlignedLine line, bool centred)
    {
        if (line[CellKind.Number].Length > 0 || line[CellKind.Label].Length > 0)
        {
            return 0;
        }

        string first = line[CellKind.Unit] + line[CellKind.Value];
        return first.Length > 0 && char.IsLower(first[0]) ? GoesOn : centred || line.AfterHeading ? 0 : GoesOn / 2;
    }

    private double ScoreNumber(int start, int end, bool centred, out int numberLine)
    {
        numberLine = -1;
        var joined = new StringBuilder();
        double cost = 0;
        for (int i = start; i < end; i++)
        {
            string piece = lines[i][CellKind.Number];
            if (piece.Length == 0)
            {
                continue;
            }

            bool goesOn = joined.Length > 0 && char.IsAsciiDigit(joined[0])
                && (piece[0] == '.' || (joined[^1] == '.' && piece.AsSpan().TrimEnd('.').IndexOfAnyExceptInRange('0', '9') < 0 && joined.Length > 2));
            if (numberLine >= 0 && !goesOn)
            {
                return Numbering.Parse(piece) is null ? -4 : -16;
            }

            // A point alone is the end of the number above.
            bool labelGoesOn = lines[i][CellKind.Label] is not [var first, ..] || char.IsLower(first);
            cost += piece[0] == '.' ? (goesOn ? 0 : 8) : !goesOn ? 0 : lines[i][CellKind.Value].Length > 0 ? 4 : labelGoesOn ? NumberGoesOn : 1;

            joined.Append(piece);
            numberLine = numberLine < 0 && (char.IsAsciiDigit(piece[0]) || Numbering.Parse(piece) is not null) ? i : numberLine;
        }

        return numberLine < 0 ? -cost : 0.5 + ScorePlace(start, end, numberLine, centred) - cost;
    }

    private bool IsLabelOnly(int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (lines[i][CellKind.Number].Length > 0 || lines[i][CellKind.Unit].Length > 0 || lines[i][CellKind.Value].Length > 0)
            {
                return false;
            }
        }

        return true;
    }

    private double ScorePlace(int start, int end, int line, bool centred)
    {
        if (line < 0)
        {
            return 0;
        }

        for (int i = start + 1; i < end; i++)
        {
            if (lines[i].AfterHeading)
            {
                return 0;
            }
        }

        double away = centred ? Math.Abs(line - ((start + end - 1) / 2.0)) : line - start;
        return away <= 0.5 ? 0.8 : away <= 1 ? -0.5 : -2;
    }

    private int FirstWith(CellKind kind, int start, int end)
    {
        int found = -1;
        for (int i = start; i < end; i++)
        {
            if (lines[i][kind].Length > 0)
            {
                if (found >= 0)
                {
                    return -1;
                }

                found = i;
            }
        }

        return found;
    }

    private double ScoreLabel(int start, int end)
    {
        double score = 0;
        int open = 0;
        string before = "";
        foreach (AlignedLine line in lines.Skip(start).Take(end - start))
        {
            string text = line[CellKind.Label];
            if (text.Length == 0)
            {
                continue;
            }

            score += before.Length == 0 ? ScoreFirstLine(text, line[CellKind.Number].Length > 0) : ScoreNextLine(before, text, open);
            open = Math.Max(0, open + text.Count(c => c == '(') - text.Count(c => c == ')'));
            before = text;
        }

        if (before.Length == 0)
        {
            return -1.5;
        }

        bool dangles = vocabulary.Words.Dangling.Contains(FoldedText.Word(before.AsSpan()[(before.LastIndexOf(' ') + 1)..])) || before[^1] == ',';
        return score - (open > 0 ? 3 : 0) - (dangles ? 1.5 : 0) + (vocabulary.IsLabel(Keys(start, end)) ? KnownLabel : 0);
    }

    private string Keys(int start, int end) =>
        string.Concat(Join(CellKind.Label, start, end).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => TableVocabulary.KeysOf(w)));

    private static double ScoreFirstLine(string text, bool isNumbered) =>
        char.IsUpper(text[0]) || text[0] is '-' or '+' ? 1 : char.IsLower(text[0]) ? (isNumbered ? -0.5 : -3) : -1.5;

    private double ScoreNextLine(string before, string text, int open)
    {
        string first = text.Split(' ', 2)[0];
        bool capital = char.IsUpper(text[0]) && first.Count(char.IsUpper) == 1;
        bool dangles = vocabulary.Words.Dangling.Contains(FoldedText.Word(before.AsSpan()[(before.LastIndexOf(' ') + 1)..])) || before[^1] is ',' or ';';
        double score = open > 0 ? 0.3 : char.IsLower(text[0]) ? 0.5 : text[0] is '-' or '+' ? -1.5 : capital ? (dangles ? 0 : -1.2) : 0;
        bool areCapitals = !before.Any(char.IsLower) && !text.Any(char.IsLower);
        double filled = (before.Length + 1 + first.Length) * (areCapitals ? CapitalWidth : 1);
        return score + (areCapitals ? 0.5 : 0) - (_labelWidth > 0 && filled < _labelWidth * 0.75 ? 1.2 : 0);
    }

    private double ScoreUnit(int start, int end)
    {
        string unit = Join(CellKind.Unit, start, end);
        return unit.Length == 0 ? 0
            : vocabulary.IsUnit(FoldedText.Letters(unit)) ? 1
            : unit.Contains('=', StringComparison.Ordinal) ? (char.IsAsciiDigit(unit.TrimEnd(';', '.', ' ')[^1]) && char.IsUpper(unit[0]) ? 1 : -1.5)
            : -1;
    }

    private double ScoreValue(int start, int end)
    {
        int figures = 0;
        string above = "";
        for (int i = start; i < end; i++)
        {
            string value = lines[i][CellKind.Value];
            bool isBroken = BrokenFigure.GoesOn(above, value);
            above = value.Length > 0 ? value : above;
            figures += !isBroken && value.Length > 0 && value.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '%' or '/') && value[^1] != '.' ? 1 : 0;
        }

        string joined = Join(CellKind.Value, start, end);
        return figures > 1 && !joined.Contains(':', StringComparison.Ordinal) ? -3 * (figures - 1) : 0;
    }

    /// <summary>What stands in a column of some lines; items of a list and the ends of a figure keep their lines, and only these.</summary>
    public string Join(CellKind kind, int start, int end)
    {
        var joined = new StringBuilder();
        string above = "";
        for (int i = start; i < end; i++)
        {
            string text = lines[i][kind];
            if (text.Length == 0)
            {
                continue;
            }

            bool isOne = kind == CellKind.Number || joined.Length == 0 || (kind == CellKind.Value && joined.Length == above.Length && BrokenFigure.GoesOn(above, text));
            joined.Append(isOne ? "" : kind == CellKind.Value && Numbering.StartsItem(text) ? "\n" : " ").Append(text);
            above = text;
        }

        return joined.ToString();
    }

    private static int WidthOf(IReadOnlyList<AlignedLine> lines)
    {
        int[] lengths = [.. lines.Select(l => l[CellKind.Label].Length).Where(l => l > 0).Order()];
        return lengths.Length < 10 ? 0 : lengths[(int)(lengths.Length * 0.85)];
    }
}
