namespace Extractor.Workers;

/// <summary>What a caller asks of the pool besides the file.</summary>
public sealed record WorkRequest
{
    /// <summary>A request with every default.</summary>
    public static WorkRequest Default { get; } = new();

    /// <summary>What the pipeline is asked for.</summary>
    public ExtractionRequest Extraction { get; init; } = ExtractionRequest.Default;

    /// <summary>Who goes first where several files wait.</summary>
    public WorkPriority Priority { get; init; }

    /// <summary>Whether the JSON is written for people.</summary>
    public bool Indented { get; init; }
}

/// <summary>Order in which waiting files are read.</summary>
public enum WorkPriority
{
    /// <summary>Somebody waits for the answer.</summary>
    Interactive,

    /// <summary>Part of a campaign: read when nobody waits.</summary>
    Batch,
}
