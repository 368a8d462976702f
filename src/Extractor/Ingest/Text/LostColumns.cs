using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Ingest.Text;

/// <summary>
/// Tells a text whose tables were printed column by column, as programs do that follow the order of drawing: units and figures stand in runs,
/// and which row each belongs to is lost. Only rows that are whole where they stand are kept.
/// </summary>
internal static class LostColumns
{
    /// <summary>Code of the warning.</summary>
    public const string Warning = "text.columnsLost";

    private const int ShortestRun = 4;
    private const double FewestLines = 0.08;
    private const int FewestToTell = 16;
    private const int FewestOutside = 24;

    /// <summary>Which lines stand in runs of one column; null where the columns are as they should be.</summary>
    public static HashSet<int>? Find(IReadOnlyList<BodyLine> lines, TableVocabulary vocabulary)
    {
        var lost = new HashSet<int>();
        var run = new List<int>();
        CellKind? kind = null;
        int present = 0;
        for (int i = 0; i <= lines.Count; i++)
        {
            if (i < lines.Count && !lines[i].HasWords)
            {
                continue;
            }

            CellKind? next = i < lines.Count ? KindOf(lines[i].Line.Text, vocabulary) : null;
            if (next != kind)
            {
                lost.UnionWith(run.Count >= ShortestRun ? run : []);
                run.Clear();
            }

            kind = next;
            present++;
            if (next is not null)
            {
                run.Add(i);
            }
        }

        return present >= FewestToTell && lost.Count > present * FewestLines ? lost : null;
    }

    /// <summary>Lines in runs of one column outside of all tables, where headings were torn apart as well; 0 where there are hardly any.</summary>
    public static int CountOutside(IReadOnlyList<TextLine> lines, TableVocabulary vocabulary) =>
        Find([.. lines.Select(static line => new BodyLine(BodyLineKind.Text, line))], vocabulary) is { Count: >= FewestOutside } lost ? lost.Count : 0;

    /// <summary>The cells of the rows that are whole: numbered or in a group, with a label and a figure, and nothing of them in a run.</summary>
    public static ImmutableArray<CellSpan> KeepWhole(TableText text, ImmutableArray<CellSpan> cells, HashSet<int> lost)
    {
        var kept = ImmutableArray.CreateBuilder<CellSpan>();
        for (int i = 0; i < cells.Length;)
        {
            int end = i + 1;
            while (end < cells.Length && !cells[end].StartsRow)
            {
                end++;
            }

            ReadOnlySpan<CellSpan> row = cells.AsSpan()[i..end];
            if (IsWhole(text, row, lost))
            {
                kept.AddRange(row);
            }

            i = end;
        }

        return kept.ToImmutable();
    }

    /// <summary>What is said of it.</summary>
    /// <param name="rows">Rows that were read.</param>
    /// <param name="lines">Lines that stand in runs of one column.</param>
    public static DocumentWarning Describe(int rows, int lines) => new(Warning, new LocalText(
        $"Bảng trong văn bản bị in theo từng cột nên không còn biết số liệu thuộc hàng nào; chỉ những hàng còn nguyên vẹn được đọc ({rows} hàng; {lines} dòng nằm rời theo cột không đọc được). Hãy gửi tệp gốc.",
        $"The table was printed column by column, so which row a figure belongs to is lost; only rows that are still whole were read ({rows} rows; {lines} lines of single columns were not). Send the original file."));

    /// <summary>What could not be read.</summary>
    public static DocumentGap Gap(DocumentWarning warning) => new(null, "columnsLost", warning.Message);

    private static bool IsWhole(TableText text, ReadOnlySpan<CellSpan> row, HashSet<int> lost)
    {
        bool hasNumber = false, hasLabel = false, hasValue = false;
        foreach (CellSpan cell in row)
        {
            hasNumber |= cell.Kind is CellKind.Number or CellKind.Group;
            hasLabel |= cell.Kind == CellKind.Label;
            hasValue |= cell.Kind == CellKind.Value;
            for (int i = cell.Start; i < cell.End; i++)
            {
                if (lost.Contains(text.Tokens[i].Line))
                {
                    return false;
                }
            }
        }

        return hasNumber && hasLabel && hasValue;
    }

    private static CellKind? KindOf(string line, TableVocabulary vocabulary) =>
        line is "-" or "–" || line.AsSpan().IndexOfAnyExcept(FigureRun.Characters) < 0 || Numbering.Parse(line) is not null ? CellKind.Value
        : vocabulary.IsUnit(FoldedText.Letters(line)) ? CellKind.Unit
        : null;
}
