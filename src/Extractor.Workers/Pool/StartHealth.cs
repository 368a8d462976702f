namespace Extractor.Workers.Pool;

/// <summary>Tells a broken installation from a worker that happened to die: after a few failed starts in a row the pool says so and slows down.</summary>
internal sealed class StartHealth
{
    private const int FailuresBeforeBroken = 3;
    private const int MostDoublings = 7;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private int _failures;
    private string? _problem;
    private bool _isBroken;

    /// <summary>Why no worker can be started; null while one could be.</summary>
    public string? Problem
    {
        get
        {
            lock (_lock)
            {
                return _problem;
            }
        }
    }

    public void Succeed()
    {
        lock (_lock)
        {
            (_failures, _problem) = _isBroken ? (_failures, _problem) : (0, null);
        }
    }

    /// <summary>The pool itself failed; nothing mends that.</summary>
    public void Break(string problem)
    {
        lock (_lock)
        {
            (_isBroken, _problem) = (true, problem);
        }
    }

    /// <summary>Counts a start that failed.</summary>
    /// <returns>How long to wait before the next one: twice as long each time, at most half a minute.</returns>
    public TimeSpan Fail(string problem)
    {
        lock (_lock)
        {
            _failures++;
            if (_failures >= FailuresBeforeBroken)
            {
                _problem = problem;
            }

            return FirstPause * Math.Pow(2, Math.Min(_failures - 1, MostDoublings));
        }
    }
}
