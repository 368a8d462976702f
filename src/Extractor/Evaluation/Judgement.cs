using Extractor.Models;

namespace Extractor.Evaluation;

/// <summary>A field whose confidence can be held against what is true.</summary>
/// <param name="Confidence">Confidence of the field.</param>
/// <param name="IsRight">Whether code, status and value are right.</param>
/// <param name="Kind">Kind of value.</param>
/// <param name="Status">Whether it holds a value and, if not, why.</param>
/// <param name="Source">Kind of place the value was taken from; null where none is quoted.</param>
public readonly record struct FieldJudgement(double Confidence, bool IsRight, ValueKind Kind, FieldStatus Status, EvidenceSource? Source)
{
    /// <summary>Code of the field.</summary>
    public string Code { get; init; } = "";

    /// <summary>What the field is about in a crossed table; null for the whole.</summary>
    public FieldItem? Item { get; init; }
}

/// <summary>A table row whose confidence can be held against what is true.</summary>
/// <param name="Confidence">Confidence of the row's code, or of its having none.</param>
/// <param name="IsRight">Whether code or absence is right.</param>
/// <param name="IsForeign">Whether the row was taken for no indicator of the schema.</param>
public readonly record struct RowJudgement(double Confidence, bool IsRight, bool IsForeign)
{
    /// <summary>Place of the row among those of the result.</summary>
    public int Row { get; init; }
}
