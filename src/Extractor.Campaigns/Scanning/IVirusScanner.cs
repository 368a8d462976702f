namespace Extractor.Campaigns.Scanning;

/// <summary>Tells whether the bytes of a file hold something known to do harm.</summary>
public interface IVirusScanner
{
    /// <summary>Scans a file.</summary>
    /// <exception cref="ScannerUnavailableException">There is no verdict: the scanner is not there, does not answer in time, or says that something went wrong.</exception>
    Task<ScanVerdict> ScanAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>Whether the scanner answers at all.</summary>
    Task<bool> IsThereAsync(CancellationToken cancellationToken);
}

/// <summary>What a scanner says about a file.</summary>
/// <param name="Outcome">What it found.</param>
/// <param name="Signature">Name of what it found; null where it found nothing.</param>
public sealed record ScanVerdict(ScanOutcome Outcome, string? Signature = null);

/// <summary>What can be said of a file that was scanned.</summary>
public enum ScanOutcome
{
    /// <summary>Nothing known was found.</summary>
    Clean,

    /// <summary>Something known was found.</summary>
    Infected,

    /// <summary>The file is larger than the scanner takes.</summary>
    TooLarge,
}

/// <summary>A file has no verdict, so nobody knows whether it does harm.</summary>
/// <param name="message">What went wrong.</param>
/// <param name="inner">Why.</param>
public sealed class ScannerUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
