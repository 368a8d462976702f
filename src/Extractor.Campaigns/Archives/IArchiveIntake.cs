namespace Extractor.Campaigns.Archives;

/// <summary>Takes the files of an archive for a campaign.</summary>
public interface IArchiveIntake
{
    /// <summary>Takes every file; when this returns, none of them can be lost.</summary>
    /// <exception cref="InvalidDataException">The archive is broken as a whole.</exception>
    /// <exception cref="ArchiveTooLargeException">It holds more than is allowed.</exception>
    /// <exception cref="Scanning.ScannerUnavailableException">A file of it could not be scanned.</exception>
    Task TakeAsync(long campaign, Stream archive, CancellationToken cancellationToken);
}
