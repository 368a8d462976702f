using System.Collections.Immutable;
using System.Diagnostics;

namespace Extractor.Workers.Serving;

/// <summary>Measures how long each stage of one reading takes.</summary>
internal sealed class StageClock
{
    private readonly TimeSpan[] _stages = new TimeSpan[Enum.GetValues<ExtractionStage>().Length + 1];
    private long _last = Stopwatch.GetTimestamp();

    /// <summary>The times so far; the writing of the result comes last.</summary>
    public ImmutableArray<TimeSpan> Stages => [.. _stages];

    public void End(ExtractionStage stage) => Add((int)stage);

    /// <summary>Ends the last stage: the result is written.</summary>
    public void EndWriting() => Add(_stages.Length - 1);

    private void Add(int stage)
    {
        long now = Stopwatch.GetTimestamp();
        _stages[stage] += Stopwatch.GetElapsedTime(_last, now);
        _last = now;
    }
}
