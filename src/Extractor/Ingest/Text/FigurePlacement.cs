using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Ingest.Text;

/// <summary>The figures of a line by the column they belong to.</summary>
/// <param name="ByColumn">A text a column of figures, empty where the line has none for it.</param>
/// <param name="Doubt">Why they may belong to others; null where the line tells.</param>
internal sealed record PlacedFigures(ImmutableArray<string> ByColumn, LocalText? Doubt);

/// <summary>
/// Says which columns the figures of a line belong to that has fewer of them than the table has columns: those above or below which they stand
/// where the lines are aligned, and otherwise those that alone can be, for nobody compares what is not there.
/// </summary>
internal sealed class FigurePlacement
{
    // The ways to leave columns out grow with their number beyond all bounds.
    private const int MostColumns = 8;

    private readonly ImmutableArray<string> _headings;
    private readonly ImmutableArray<bool> _isDerived;
    private readonly int _reported;
    private readonly bool _isTorn;
    private readonly (int Start, int End)[] _places;
    private readonly bool _areAligned;

    /// <summary>Looks at the lines that have a figure for every column.</summary>
    /// <param name="heading">Headings of the table.</param>
    /// <param name="words">Words of headings.</param>
    /// <param name="full">Lines with their figures.</param>
    public FigurePlacement(TableHeading heading, TableWords words, IEnumerable<(TextLine Line, FigureRun Run)> full)
    {
        _headings = heading.Figures;
        _reported = heading.Reported;
        _isTorn = heading.IsTorn;
        _isDerived = [.. heading.Figures.Select(text => words.MatchStart("derived-heading", FoldedText.Words(text)) > 0)];
        _places = new (int, int)[_headings.Length];
        Array.Fill(_places, (int.MaxValue, int.MinValue));
        bool isApart = true;
        foreach ((TextLine line, FigureRun run) in full)
        {
            isApart &= line.Text.AsSpan(0, run.Start).EndsWith("  ", StringComparison.Ordinal);
            for (int i = 0; i < _places.Length; i++)
            {
                (int start, string text) = run.Figures[i];
                _places[i] = (Math.Min(_places[i].Start, line.Indent + start), Math.Max(_places[i].End, line.Indent + start + text.Length));
            }
        }

        _areAligned = isApart && Enumerable.Range(1, _places.Length - 1).All(i => _places[i - 1].End < _places[i].Start);
    }

    /// <summary>The columns of a line's figures.</summary>
    public PlacedFigures Place(TextLine line, FigureRun run)
    {
        ImmutableArray<string> texts = [.. run.Figures.Select(static f => f.Text)];
        if (texts.Length == _headings.Length)
        {
            return new PlacedFigures(texts, _isTorn ? Torn(string.Join(' ', texts), _headings) : null);
        }

        if (_areAligned && ColumnsBelow(line, run) is { } below)
        {
            return new PlacedFigures(Spread(texts, below), null);
        }

        List<int[]> possible = _headings.Length > MostColumns ? [] : [.. Choices(0, texts.Length).Where(IsPossible)];
        int[] chosen = possible.Find(columns => columns.Contains(_reported)) ?? (possible.Count > 0 ? possible[0] : [.. Enumerable.Range(0, texts.Length)]);
        return new PlacedFigures(Spread(texts, chosen), possible.Count == 1 ? null : Doubt(string.Join(' ', texts), _headings));
    }

    /// <summary>What is said of figures that may belong to other columns.</summary>
    public static LocalText Doubt(string figures, ImmutableArray<string> headings)
    {
        string columns = Named(headings);
        return figures.Length == 0
            ? new LocalText(
                $"Bảng có nhiều cột số mà hàng này không đọc được số nào; có thể số của hàng đã bị đọc sang chỗ khác: {columns}.",
                $"The table has several columns of figures, and none could be read for this row; its figure may have been read as something else: {columns}.")
            : new LocalText(
                $"Hàng không đủ số cho mọi cột và văn bản không cho biết “{figures}” thuộc cột nào: {columns}.",
                $"The row lacks figures for some columns, and the text does not tell which of them “{figures}” belongs to: {columns}.");
    }

    private static LocalText Torn(string figures, ImmutableArray<string> headings) => new(
        $"Tiêu đề các cột số bị in lẫn vào các hàng nên không biết chắc cột nào đứng trước; “{figures}” có thể theo thứ tự khác: {Named(headings)}.",
        $"The headings of the columns of figures stand among the rows, so which column comes first is not certain; “{figures}” may be in another order: {Named(headings)}.");

    private static string Named(ImmutableArray<string> headings) => string.Join(", ", headings.Select(static heading => $"“{heading}”"));

    private int[]? ColumnsBelow(TextLine line, FigureRun run)
    {
        var columns = new int[run.Figures.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            int start = line.Indent + run.Figures[i].Start, end = start + run.Figures[i].Text.Length;
            columns[i] = Array.FindIndex(_places, place => start < place.End && end > place.Start);
            bool isOne = columns[i] >= 0 && (columns[i] == _places.Length - 1 || end <= _places[columns[i] + 1].Start);
            if (!isOne || (i > 0 && columns[i] <= columns[i - 1]))
            {
                return null;
            }
        }

        return columns;
    }

    private IEnumerable<int[]> Choices(int first, int count)
    {
        if (count == 0)
        {
            return [[]];
        }

        return Enumerable.Range(first, Math.Max(0, _headings.Length - count - first + 1))
            .SelectMany(column => Choices(column + 1, count - 1).Select(rest => (int[])[column, .. rest]));
    }

    private bool IsPossible(int[] columns) =>
        !columns.Any(column => _isDerived[column]) || Enumerable.Range(0, _headings.Length).All(column => _isDerived[column] || columns.Contains(column));

    private ImmutableArray<string> Spread(ImmutableArray<string> texts, int[] columns)
    {
        var spread = new string[_headings.Length];
        Array.Fill(spread, "");
        for (int i = 0; i < columns.Length; i++)
        {
            spread[columns[i]] = texts[i];
        }

        return [.. spread];
    }
}
