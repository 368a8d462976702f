using System.Text;

namespace Extractor.Training.Printing;

/// <summary>Writes a report as a text: columns aligned by blanks, or the cells of a row behind each other as a text layer has them.</summary>
internal static class TextPrinter
{
    private const int Gap = 2;
    private const int LineWidth = 90;
    private static readonly int[] Widths = [6, 44, 14, 12, 18];

    /// <summary>The UTF-8 bytes of the text.</summary>
    /// <param name="report">The report.</param>
    /// <param name="isAligned">Whether columns are aligned.</param>
    public static byte[] Print(PrintedReport report, bool isAligned)
    {
        var text = new StringBuilder();
        foreach (string line in report.Title.Concat(report.Prose).SelectMany(t => Wrap(t, LineWidth)))
        {
            text.Append(line).Append('\n');
        }

        foreach (PrintedTable table in report.Tables)
        {
            text.Append('\n').Append(table.Caption).Append('\n');
            string[] headings = [.. report.Layout.Headings];
            Row(text, headings, report.Layout, isAligned);
            for (int r = 0; r < table.Rows.Length; r++)
            {
                bool continues = r > 0 && table.Rows[r].Group.Length > 0 && table.Rows[r].Group == table.Rows[r - 1].Group && table.Rows[r].Stt.Length == 0;
                Row(text, [.. report.Layout.Columns.Select(c => c == TableColumn.Number && continues ? "" : TableLayout.CellOf(table.Rows[r], c))], report.Layout, isAligned);
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Row(StringBuilder text, string[] cells, TableLayout layout, bool isAligned)
    {
        if (!isAligned)
        {
            string[] lines = [.. cells.SelectMany((cell, c) => cell.Split('\n').SelectMany(t => Wrap(t, Widths[(int)layout.Columns[c]])))];
            text.Append(string.Concat(lines.Select(l => l + " "))).Append('\n');
            return;
        }

        string[][] columns = [.. cells.Select((cell, c) => cell.Split('\n').SelectMany(t => Wrap(t, Widths[(int)layout.Columns[c]])).ToArray())];
        for (int line = 0; line < columns.Max(c => c.Length); line++)
        {
            var printed = new StringBuilder();
            for (int c = 0; c < columns.Length; c++)
            {
                printed.Append((line < columns[c].Length ? columns[c][line] : "").PadRight(Widths[(int)layout.Columns[c]] + Gap));
            }

            text.Append(printed.ToString().TrimEnd()).Append('\n');
        }

        text.Append('\n');
    }

    /// <summary>The lines of a text in a column; words that are too long for it stay whole.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        string line = "";
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }
}
