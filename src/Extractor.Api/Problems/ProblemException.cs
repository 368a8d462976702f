using Extractor.Models;

namespace Extractor.Api.Problems;

/// <summary>Ends a request with a problem of the service's own.</summary>
internal sealed class ProblemException(Problem problem, LocalText detail, Exception? inner = null) : Exception(detail.En, inner)
{
    public Problem Problem { get; } = problem;

    public LocalText Detail { get; } = detail;

    /// <summary>When to come back; null where coming back does not help.</summary>
    public int? RetryAfterSeconds { get; init; }
}
