using System.Globalization;
using System.Text;
using Extractor.Campaigns.Reports;
using Extractor.Cli.Extract;
using Extractor.Cli.Terminals;
using Extractor.Storage;

namespace Extractor.Cli.Campaigns;

/// <summary>Writes what a campaign has brought: the totals on standard output, the reports into files.</summary>
internal sealed class CampaignOutcome(Terminal terminal, CampaignRequest request)
{
    public async Task<int> WriteAsync(CampaignReports reports, long id, CancellationToken cancellationToken)
    {
        CampaignReport report = (await reports.OfAsync(id, cancellationToken))!;
        WriteTotals(report);
        foreach (string path in request.Reports)
        {
            try
            {
                await WriteAsync(path, report, reports, cancellationToken);
            }
            catch (FailedFileException exception)
            {
                terminal.Error.WriteLine($"{path}: {exception.Code}: {exception.Text.In(request.Language)}");
                return ExitCode.SomeFailed;
            }
        }

        return report.Unread.Count == 0 && report.UnlistedFolders.Count == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private void WriteTotals(CampaignReport report)
    {
        string[] numbers = [.. report.Progress.Counts.Values.Select(count => count.ToString(CultureInfo.InvariantCulture))];
        int width = numbers.Length == 0 ? 0 : numbers.Max(number => number.Length);
        using StreamWriter writer = terminal.OpenWriter();
        foreach ((DocumentState state, string number) in report.Progress.Counts.Keys.Zip(numbers))
        {
            writer.WriteLine($"{number.PadLeft(width)}  {CampaignTexts.State(state).In(request.Language)}");
        }
    }

    private async Task WriteAsync(string path, CampaignReport report, CampaignReports reports, CancellationToken cancellationToken)
    {
        switch (Path.GetExtension(path))
        {
            case ".json":
                WholeFile.Write(path, ReportJson.Write(report, TimeOnly.FromDateTime(DateTime.Now), request.Language));
                break;
            case ".html":
                WholeFile.Write(path, Encoding.UTF8.GetBytes(ReportPage.Write(report, request.Language)));
                break;
            default:
                await WriteLinesAsync(path, reports, report.Campaign.Id, cancellationToken);
                break;
        }
    }

    // Millions of lines are no file to be held in memory.
    private async Task WriteLinesAsync(string path, CampaignReports reports, long id, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            await using FileStream file = File.Create(path);
            await ReportCsv.WriteAsync(file, reports.FilesAsync(id, cancellationToken), request.Language, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FailedFileException("not-writable", Texts.NotWritable, exception);
        }
    }
}
