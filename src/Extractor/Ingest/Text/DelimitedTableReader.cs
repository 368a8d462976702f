using System.Collections.Immutable;

namespace Extractor.Ingest.Text;

/// <summary>Reads tables whose cells are parted by tabs or by strokes, as Markdown and copies from spreadsheets have them.</summary>
internal static class DelimitedTableReader
{
    private const int FewestRows = 2;

    /// <summary>Reads the table that starts with a line.</summary>
    /// <param name="lines">Lines of the file.</param>
    /// <param name="start">First line.</param>
    /// <param name="options">Bounds on rows and columns.</param>
    /// <param name="end">Line behind the table.</param>
    /// <returns>The table, or null if none starts here.</returns>
    public static TableBlock? Read(IReadOnlyList<TextLine> lines, int start, TextOptions options, out int end)
    {
        end = start;
        char delimiter = DelimiterOf(lines[start]);
        if (delimiter == '\0')
        {
            return null;
        }

        // Where the headings have no stroke in front, a stroke there leaves the first cell empty.
        bool hasOuterStrokes = lines[start].Text[0] == '|';
        var rows = new List<string[]>();
        int headerRows = 0;
        int i = start;
        for (; i < lines.Count; i++)
        {
            if (lines[i].IsBlank && i + 1 < lines.Count && delimiter == '\t' && DelimiterOf(lines[i + 1]) == delimiter)
            {
                continue;
            }

            if (DelimiterOf(lines[i]) != delimiter && !(rows.Count > 0 && lines[i].Text.Contains(delimiter)))
            {
                break;
            }

            string[] cells = Split(lines[i].Raw, delimiter, hasOuterStrokes);
            if (delimiter == '|' && IsRule(cells))
            {
                headerRows = headerRows == 0 ? rows.Count : headerRows;
                continue;
            }

            if (cells.Length > options.MaxTableColumns)
            {
                throw TextLimit.TableColumns(options.MaxTableColumns);
            }

            if (rows.Count == options.MaxTableRows)
            {
                throw TextLimit.TableRows(options.MaxTableRows);
            }

            rows.Add(cells);
        }

        if (rows.Count < FewestRows)
        {
            return null;
        }

        end = i;
        return Build(rows, headerRows);
    }

    /// <summary>Whether a line is the rule below the header of a Markdown table.</summary>
    public static bool IsMarkdownRule(TextLine line) =>
        line.Text.Contains('|', StringComparison.Ordinal) && line.Text.Contains("--", StringComparison.Ordinal) && IsRule(Split(line.Text, '|', line.Text[0] == '|'));

    private static char DelimiterOf(TextLine line) =>
        line.IsBlank ? '\0'
        : line.Raw.Contains('\t', StringComparison.Ordinal) && line.Raw.AsSpan().TrimEnd().IndexOf('\t') >= 0 && CountsAsTabbed(line.Raw) ? '\t'
        : line.Text.Count(c => c == '|') >= 2 ? '|'
        : '\0';

    // One tab is an indent or a letterhead; a row of a table has at least two cells beside the first.
    private static bool CountsAsTabbed(string raw) => raw.Count(c => c == '\t') >= 2 && raw.AsSpan().Trim().IndexOf('\t') >= 0;

    private static bool IsRule(string[] cells) =>
        cells.Any(c => c.Length > 0) && cells.All(c => c.AsSpan().Trim('-').Trim(':').IsEmpty || c.AsSpan().IndexOfAnyExcept("-:= ") < 0);

    private static string[] Split(string raw, char delimiter, bool hasOuterStrokes)
    {
        if (delimiter == '\t')
        {
            return [.. raw.TrimEnd('\r', '\n').Split('\t').Select(c => c.Trim())];
        }

        string text = raw.Trim();
        text = text[(hasOuterStrokes && text[0] == '|' ? 1 : 0)..];
        var cells = new List<string>();
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            // A stroke behind a backslash is a letter of the cell.
            if (i == text.Length || (text[i] == '|' && (i == 0 || text[i - 1] != '\\')))
            {
                cells.Add(text[start..i].Replace("\\|", "|", StringComparison.Ordinal).Replace("<br>", "\n", StringComparison.OrdinalIgnoreCase)
                    .Replace("**", "", StringComparison.Ordinal).Trim());
                start = i + 1;
            }
        }

        if (hasOuterStrokes && cells.Count > 1 && cells[^1].Length == 0)
        {
            cells.RemoveAt(cells.Count - 1);
        }

        return [.. cells];
    }

    private static TableBlock Build(List<string[]> rows, int headerRows)
    {
        int columns = rows.Max(r => r.Length);
        while (columns > 1 && rows.TrueForAll(r => r.Length < columns || r[columns - 1].Length == 0))
        {
            columns--;
        }

        var cells = ImmutableArray.CreateBuilder<TableCell>(rows.Count * columns);
        for (int row = 0; row < rows.Count; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                cells.Add(new TableCell(row, column, new PlacedText(column < rows[row].Length ? rows[row][column] : "")));
            }
        }

        return new TableBlock(rows.Count, columns, cells.ToImmutable(), headerRows);
    }
}
