using System.Security.Cryptography;
using Extractor.Models;
using Extractor.Workers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Extractor.Campaigns.Scanning;

/// <summary>Lets files in that a scanner has found nothing in, or all of them where there is no scanner.</summary>
public sealed partial class FileScan(IVirusScanner scanner, IOptions<ScannerOptions> options, TimeProvider time, ILogger<FileScan> logger)
{
    /// <summary>A campaign waits because the scanner is not there.</summary>
    internal const string ScannerMissing = "scanner-missing";

    private const string Infected = "infected";
    private const string ScannerLimit = "StreamMaxLength";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private Task<bool> _answer = Task.FromResult(true);
    private long _asked;

    /// <summary>Whether files are scanned.</summary>
    public bool IsOn => options.Value.IsOn;

    /// <summary>Has a file scanned.</summary>
    /// <returns>Why it is not let in; null for one that is.</returns>
    /// <exception cref="ScannerUnavailableException">It has no verdict; it may be tried again.</exception>
    public async Task<FileFailure?> CheckAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (!IsOn)
        {
            return null;
        }

        ScanVerdict verdict;
        try
        {
            verdict = await scanner.ScanAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (ScannerUnavailableException exception)
        {
            LogUnavailable(logger, exception.Message);
            throw;
        }

        switch (verdict.Outcome)
        {
            case ScanOutcome.Clean:
                return null;
            case ScanOutcome.Infected:
                LogInfected(logger, verdict.Signature ?? "", Convert.ToHexStringLower(SHA256.HashData(bytes.Span)));
                return InfectedWith(verdict.Signature ?? "");
            default:
                return TooLarge;
        }
    }

    /// <summary>Has a file scanned that nobody waits for: one without a verdict is tried some times, as long as the scanner is there.</summary>
    /// <returns>Why it is not let in; null for one that is.</returns>
    /// <exception cref="ScannerUnavailableException">The scanner is not there.</exception>
    public async Task<FileFailure?> CheckPatientlyAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        for (int tries = 1; ; tries++)
        {
            try
            {
                return await CheckAsync(bytes, cancellationToken).ConfigureAwait(false);
            }
            catch (ScannerUnavailableException)
            {
                if (!await scanner.IsThereAsync(cancellationToken).ConfigureAwait(false))
                {
                    throw;
                }

                if (tries >= options.Value.MaxTries)
                {
                    return NoVerdict;
                }
            }

            await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether files can be let in; what is told may be two seconds old, so that asking often costs the scanner nothing.</summary>
    public Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        if (!IsOn)
        {
            return Task.FromResult(true);
        }

        lock (_lock)
        {
            if (_asked == 0 || (_answer.IsCompleted && time.GetElapsedTime(_asked) > Trust))
            {
                _asked = time.GetTimestamp();
                _answer = scanner.IsThereAsync(CancellationToken.None);
            }

            return _answer.WaitAsync(cancellationToken);
        }
    }

    private static FileFailure TooLarge { get; } = new(
        "limit-exceeded", new LocalText(
            "Tệp lớn hơn mức trình quét vi-rút nhận (StreamMaxLength của clamd); hãy báo cho người quản trị.",
            "The file is larger than the virus scanner takes (clamd's StreamMaxLength); tell the operator."))
    {
        Limit = ScannerLimit,
    };

    private static FileFailure NoVerdict { get; } = new(
        "not-scanned", new LocalText(
            "Trình quét vi-rút nhiều lần không kết luận được về tệp này; tệp được để riêng, có thể thử lại sau khi xem nhật ký.",
            "The virus scanner gave no verdict on this file several times; it is set aside and can be tried again once somebody has looked into the log."));

    private static FileFailure InfectedWith(string signature) => new(
        Infected, new LocalText(
            $"Trình quét vi-rút phát hiện '{signature}'; tệp không được nhận và không được lưu. Hãy làm sạch tệp rồi gửi lại.",
            $"The virus scanner found '{signature}'; the file is not taken and nothing of it is kept. Clean it and send it again."));

    [LoggerMessage(LogLevel.Warning, "The virus scanner found {Signature} in a file, which was refused: {Sha256}")]
    private static partial void LogInfected(ILogger logger, string signature, string sha256);

    [LoggerMessage(LogLevel.Error, "A file could not be scanned and was not let in: {Reason}")]
    private static partial void LogUnavailable(ILogger logger, string reason);
}
