using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Extractor.Campaigns.Reports;

namespace Extractor.Api.Exports;

/// <summary>Writes a table as CSV (RFC 4180) in UTF-8 with the mark spreadsheets need to read Vietnamese.</summary>
internal static class CsvExport
{
    public static async Task WriteAsync(PipeWriter output, IAsyncEnumerable<ExportCell[]> rows, CancellationToken cancellationToken)
    {
        var line = new StringBuilder("\uFEFF");
        Append(line, [.. ExportTable.Header.Select(name => (ExportCell)name)]);
        await FlushAsync(output, line, cancellationToken);
        await foreach (ExportCell[] row in rows.WithCancellation(cancellationToken))
        {
            Append(line, row);
            if (line.Length > ExportBuffer.Enough)
            {
                await FlushAsync(output, line, cancellationToken);
            }
        }

        await FlushAsync(output, line, cancellationToken);
    }

    private static void Append(StringBuilder line, ExportCell[] row)
    {
        for (int i = 0; i < row.Length; i++)
        {
            line.Append(i == 0 ? "" : ",").Append(Write(row[i]));
        }

        line.Append("\r\n");
    }

    private static string Write(ExportCell cell)
    {
        if (cell.Number is { } number)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        string text = cell.Text ?? "";
        if (FormulaText.IsLike(text))
        {
            text = "'" + text;
        }

        return text.AsSpan().ContainsAny(",\"\r\n;") || (text.Length > 0 && (text[0] == ' ' || text[^1] == ' '))
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static async Task FlushAsync(PipeWriter output, StringBuilder text, CancellationToken cancellationToken)
    {
        await output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);
        text.Clear();
    }
}
