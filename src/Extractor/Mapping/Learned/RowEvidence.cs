namespace Extractor.Mapping.Learned;

/// <summary>What the model knows of one row: features of each candidate side by side, and of the reading "none of the schema".</summary>
internal sealed class RowEvidence(int candidates)
{
    /// <summary>First-pass features, candidate by candidate.</summary>
    public float[] Pairs { get; } = new float[candidates * PairFeature.Count];

    /// <summary>First-pass features of being none of the schema.</summary>
    public float[] None { get; } = new float[RowFeature.Count];

    /// <summary>Second-pass features, candidate by candidate.</summary>
    public float[] Relations { get; } = new float[candidates * RelationFeature.Count];

    /// <summary>Second-pass features of being none of the schema.</summary>
    public float[] RelationsNone { get; } = new float[NoneRelationFeature.Count];

    /// <summary>By candidate, what a remembered form adds.</summary>
    public float[] Known { get; } = new float[candidates];

    /// <summary>What a remembered form adds for none of the schema.</summary>
    public float KnownNone { get; set; }

    /// <summary>Score each candidate got in the first pass.</summary>
    public float[] First { get; } = new float[candidates];

    /// <summary>Score "none of the schema" got in the first pass.</summary>
    public float FirstNone { get; set; }

    /// <summary>Score "none of the schema" has after the passes so far.</summary>
    public float ScoreNone { get; set; }

    /// <summary>By candidate, how likely it is if the row is any of them at all.</summary>
    public float[] Likely { get; } = new float[candidates];

    /// <summary>How likely the row is none of the schema.</summary>
    public float LikelyNone { get; set; }

    /// <summary>Features of one candidate.</summary>
    public Span<float> PairOf(int candidate) => Pairs.AsSpan(candidate * PairFeature.Count, PairFeature.Count);

    /// <summary>Second-pass features of one candidate.</summary>
    public Span<float> RelationsOf(int candidate) => Relations.AsSpan(candidate * RelationFeature.Count, RelationFeature.Count);
}
