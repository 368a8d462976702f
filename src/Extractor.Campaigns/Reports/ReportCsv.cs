using System.Globalization;
using System.Text;
using Extractor.Models;
using Extractor.Storage;

namespace Extractor.Campaigns.Reports;

/// <summary>Every file of a campaign as a line (RFC 4180) in UTF-8, with the mark spreadsheets need to read Vietnamese.</summary>
public static class ReportCsv
{
    private const string Header =
        "path,state,reason,message,bytes,sha256,result,agency,title,year,fields,confidence,lowestConfidence,errors,warnings,sameAs,finishedAt\r\n";

    private const int Enough = 1 << 16;

    /// <summary>Writes the lines as they come.</summary>
    public static async Task WriteAsync(Stream output, IAsyncEnumerable<ReportedFile> files, UserLanguage language, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(files);
        var text = new StringBuilder("\uFEFF" + Header);
        await foreach (ReportedFile file in files.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            text.AppendJoin(',', Cells(file, language)).Append("\r\n");
            if (text.Length > Enough)
            {
                await FlushAsync(output, text, cancellationToken).ConfigureAwait(false);
            }
        }

        await FlushAsync(output, text, cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<string> Cells(ReportedFile row, UserLanguage language)
    {
        CampaignFile file = row.File;
        return
        [
            Text(file.Path), ContractWords.Of(file.State), Text(file.Reason), Text(file.ReasonText?.In(language)), Number(file.Bytes), Text(file.Sha256),
            Number(file.ResultId), Text(row.Agency), Text(row.Title), Number(row.Year), Number(row.Fields), Number(row.Confidence),
            Number(row.LowestConfidence), Number(row.Errors), Number(row.Warnings), Text(row.SameAs),
            file.FinishedAt?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) ?? "",
        ];
    }

    private static string Number<T>(T? number)
        where T : struct, IFormattable => number?.ToString(null, CultureInfo.InvariantCulture) ?? "";

    private static string Text(string? text)
    {
        string safe = text is null ? "" : FormulaText.IsLike(text) ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n;") || (safe.Length > 0 && (safe[0] == ' ' || safe[^1] == ' '))
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static async Task FlushAsync(Stream output, StringBuilder text, CancellationToken cancellationToken)
    {
        await output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken).ConfigureAwait(false);
        text.Clear();
    }
}
