using System.Text.Json.Serialization;

namespace Extractor.Models;

/// <summary>Quoted source tokens with the place they stand at: a table cell, or a span of a paragraph.</summary>
/// <param name="Source">Kind of place.</param>
/// <param name="Value">Value read from this place alone.</param>
/// <param name="Text">The tokens, quoted.</param>
/// <param name="Page">Page, from 1; null where the format has none.</param>
/// <param name="Box">Rectangle around the tokens; null where the format has no pages.</param>
/// <param name="Confidence">Probability that this place states the value of this code.</param>
public sealed record Evidence(
    EvidenceSource Source, IndicatorValue? Value, string Text, int? Page, Box? Box,
    [property: JsonPropertyOrder(1)] Confidence Confidence)
{
    /// <summary>Index of the table, from 0; only for cells.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Table { get; init; }

    /// <summary>Index of the row in its table, header rows included, from 0; only for cells.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Row { get; init; }

    /// <summary>Index of the column, from 0; only for cells.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Column { get; init; }

    /// <summary>Index of the paragraph among the document's blocks, from 0; only for prose.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Paragraph { get; init; }

    /// <summary>First character of the quote in the paragraph's or cell's text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Start { get; init; }

    /// <summary>Number of characters of the quote.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Length { get; init; }
}

/// <summary>Kind of place a value was read from.</summary>
public enum EvidenceSource
{
    /// <summary>A cell of a table.</summary>
    Table,

    /// <summary>A sentence or list item of the prose, the head or the foot.</summary>
    Narrative,

    /// <summary>The note column of a table or a footnote.</summary>
    Note,
}
