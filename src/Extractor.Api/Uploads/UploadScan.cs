using Extractor.Api.Problems;
using Extractor.Campaigns.Scanning;

namespace Extractor.Api.Uploads;

/// <summary>Has files that were sent scanned before anything is done with them.</summary>
internal sealed class UploadScan(FileScan scan)
{
    /// <exception cref="FailedFileException">Something was found, or the file is larger than the scanner takes.</exception>
    /// <exception cref="ScannerUnavailableException">The file has no verdict.</exception>
    public async Task PassAsync(SourceFile file, CancellationToken cancellationToken)
    {
        if (await scan.CheckAsync(file.Bytes, cancellationToken) is { } failure)
        {
            // Of many files the sender must know which.
            throw new FailedFileException(failure with { Text = new($"{file.Name}: {failure.Text.Vi}", $"{file.Name}: {failure.Text.En}") });
        }
    }
}
