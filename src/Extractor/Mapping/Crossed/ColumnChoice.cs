using System.Collections.Immutable;
using Extractor.Models;
using Extractor.Tables.Crossed;

namespace Extractor.Mapping.Crossed;

/// <summary>What a column of a crossed table was taken for.</summary>
/// <param name="Column">The column.</param>
/// <param name="Indicator">The indicator it is; null for a column that is none of the schema.</param>
/// <param name="Confidence">Probability that this choice is right.</param>
/// <param name="Alternatives">Other indicators it could be, most likely first.</param>
internal sealed record ColumnChoice(FigureColumn Column, Indicator? Indicator, Confidence Confidence, ImmutableArray<IndicatorCandidate> Alternatives);

/// <summary>A crossed table with its columns mapped.</summary>
/// <param name="Table">The table.</param>
/// <param name="Columns">One choice a column of figures.</param>
internal sealed record MappedTable(CrossedTable Table, ImmutableArray<ColumnChoice> Columns);
