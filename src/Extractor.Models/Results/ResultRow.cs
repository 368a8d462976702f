using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Extractor.Models;

/// <summary>
/// One printed table row; a code of null marks a row that is no indicator of the schema. A row of a crossed table, whose columns are the indicators,
/// has no code and no value of its own: its figures are <see cref="Cells"/>.
/// </summary>
/// <param name="Table">Index of the table, from 0.</param>
/// <param name="Row">Index of the row in its table, header rows included, from 0.</param>
/// <param name="Page">Page the row starts on, from 1; null where the format has none.</param>
/// <param name="Box">Rectangle of the row on that page; null where the format has no pages.</param>
/// <param name="Stt">Printed number ("3.3.1", "IV").</param>
/// <param name="Group">Text that spans several rows in the number column, such as "Trong đó".</param>
/// <param name="Label">Printed name of the indicator.</param>
/// <param name="Unit">Printed unit.</param>
/// <param name="Value">Printed figure, untouched.</param>
/// <param name="Note">Printed note.</param>
/// <param name="Code">Indicator the row is; null for a foreign row.</param>
/// <param name="Confidence">Probability that the code (or its absence) is right.</param>
public sealed record ResultRow(
    int Table, int Row, int? Page, Box? Box, string Stt, string Group, string Label, string Unit, string Value, string Note,
    string? Code, Confidence Confidence)
{
    /// <summary>What the row of a crossed table is about; null in other tables and for the row of the whole.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyOrder(1)]
    public FieldItem? Item { get; init; }

    /// <summary>Figures of a row of a crossed table from left to right; null in other tables.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyOrder(1)]
    public ImmutableArray<ResultCell>? Cells { get; init; }
}

/// <summary>One figure cell of a crossed table.</summary>
/// <param name="Column">Index of the column, from 0.</param>
/// <param name="Code">Indicator the column is; null for a column that is none of the schema.</param>
/// <param name="Value">Printed figure, untouched.</param>
/// <param name="Confidence">Probability that the code (or its absence) is right.</param>
public sealed record ResultCell(int Column, string? Code, string Value, Confidence Confidence);
