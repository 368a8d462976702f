using System.Globalization;
using System.IO.Compression;
using System.Text;
using Extractor.Campaigns.Reports;

namespace Extractor.Api.Exports;

/// <summary>
/// Writes a table as a workbook (ISO/IEC 29500) while it is being read: rows go out as they come, whatever their number. Texts are inline strings,
/// never formulas; those that look like one carry the mark by which a spreadsheet keeps them texts when they are edited.
/// </summary>
internal static class XlsxExport
{
    /// <summary>Most rows a sheet can have.</summary>
    public const int MostRows = 1_048_576;

    private const int MostCellText = 32_767;

    public static async Task WriteAsync(
        Stream output, IAsyncEnumerable<ExportCell[]> rows, CancellationToken cancellationToken, int rowsPerSheet = MostRows)
    {
        await using ZipArchive archive = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        await using IAsyncEnumerator<ExportCell[]> row = rows.GetAsyncEnumerator(cancellationToken);
        bool more = await row.MoveNextAsync();
        int sheets = 0;
        do
        {
            more = await WriteSheetAsync(archive, ++sheets, row, more, rowsPerSheet, cancellationToken);
        }
        while (more);

        foreach ((string name, string content) in XlsxParts.Of(sheets))
        {
            await using Stream part = await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellationToken);
            await part.WriteAsync(Encoding.UTF8.GetBytes(content), cancellationToken);
        }
    }

    private static async Task<bool> WriteSheetAsync(
        ZipArchive archive, int number, IAsyncEnumerator<ExportCell[]> row, bool more, int most, CancellationToken cancellationToken)
    {
        await using Stream part = await archive.CreateEntry(XlsxParts.SheetName(number), CompressionLevel.Fastest).OpenAsync(cancellationToken);
        var text = new StringBuilder(XlsxParts.SheetStart);
        Append(text, [.. ExportTable.Header.Select(name => (ExportCell)name)], XlsxParts.HeadStyle);
        for (int written = 1; more && written < most; written++)
        {
            Append(text, row.Current, XlsxParts.PlainStyle);
            if (text.Length > ExportBuffer.Enough)
            {
                await FlushAsync(part, text, cancellationToken);
            }

            more = await row.MoveNextAsync();
        }

        text.Append(XlsxParts.SheetEnd);
        await FlushAsync(part, text, cancellationToken);
        return more;
    }

    private static void Append(StringBuilder text, ExportCell[] row, int style)
    {
        text.Append("<row>");
        foreach (ExportCell cell in row)
        {
            if (cell.Number is { } number)
            {
                text.Append("<c><v>").Append(number.ToString(CultureInfo.InvariantCulture)).Append("</v></c>");
            }
            else if (string.IsNullOrEmpty(cell.Text))
            {
                text.Append("<c/>");
            }
            else
            {
                int ofCell = FormulaText.IsLike(cell.Text) ? XlsxParts.QuotedStyle : style;
                text.Append(CultureInfo.InvariantCulture, $"<c s=\"{ofCell}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
                AppendText(text, cell.Text);
                text.Append("</t></is></c>");
            }
        }

        text.Append("</row>");
    }

    private static void AppendText(StringBuilder text, string value)
    {
        int left = MostCellText;
        foreach (Rune rune in value.EnumerateRunes())
        {
            if ((left -= rune.Utf16SequenceLength) < 0)
            {
                return;
            }

            _ = rune.Value switch
            {
                '<' => text.Append("&lt;"),
                '>' => text.Append("&gt;"),
                '&' => text.Append("&amp;"),
                '\t' or '\n' or '\r' => text.Append(CultureInfo.InvariantCulture, $"&#{rune.Value};"),
                // XML 1.0 has no way to write these.
                < ' ' or 0xFFFE or 0xFFFF => text.Append('\uFFFD'),
                _ => text.Append(rune.ToString()),
            };
        }
    }

    private static async Task FlushAsync(Stream part, StringBuilder text, CancellationToken cancellationToken)
    {
        await part.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);
        text.Clear();
    }
}
