using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Extractor.Pdf;

/// <summary>Watches the limits of <see cref="PdfOptions"/> for one open file. Each limit ends in the <see cref="PdfException"/> that names it.</summary>
internal sealed class PdfBudget(PdfOptions options)
{
    private long _started = Stopwatch.GetTimestamp();
    private long _totalStreamBytes;
    private CancellationToken _cancellation;

    public PdfOptions Options { get; } = options;

    /// <summary>Starts the clock anew: for opening, for one page, and for work put off until it is asked for, such as picture data.</summary>
    public void Start(CancellationToken cancellationToken)
    {
        _started = Stopwatch.GetTimestamp();
        _cancellation = cancellationToken;
        CheckTime();
    }

    /// <summary>Call it in every loop whose length the file decides; costs about 30 ns, so in hot loops every few hundred rounds.</summary>
    public void CheckTime()
    {
        _cancellation.ThrowIfCancellationRequested();
        if (Stopwatch.GetElapsedTime(_started) >= Options.MaxTime)
            throw new PdfException(nameof(PdfOptions.MaxTime), (long)Options.MaxTime.TotalMilliseconds);
    }

    /// <summary>Call it with the level of every recursion, from 0. However large the limit, the stack's end is one too.</summary>
    public void CheckDepth(int depth)
    {
        if (depth > Options.MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new PdfException(nameof(PdfOptions.MaxDepth), Options.MaxDepth);
    }

    /// <summary>Counts the bytes of a decoded stream.</summary>
    public void AddStreamBytes(long bytes)
    {
        _totalStreamBytes += bytes;
        if (_totalStreamBytes > Options.MaxTotalStreamBytes)
            throw new PdfException(nameof(PdfOptions.MaxTotalStreamBytes), Options.MaxTotalStreamBytes);
    }
}
