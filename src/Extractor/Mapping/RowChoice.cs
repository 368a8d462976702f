using System.Collections.Immutable;
using Extractor.Models;
using Extractor.Tables;

namespace Extractor.Mapping;

/// <summary>What a row was taken for.</summary>
/// <param name="Row">The row.</param>
/// <param name="Indicator">The indicator it is; null for a row that is none of the schema.</param>
/// <param name="Confidence">Probability that this choice is right.</param>
/// <param name="Alternatives">Other indicators it could be, most likely first.</param>
internal sealed record RowChoice(StatisticalRow Row, Indicator? Indicator, Confidence Confidence, ImmutableArray<IndicatorCandidate> Alternatives)
{
    /// <summary>What moved the confidence.</summary>
    public ImmutableArray<MappingSignal> Signals { get; init; } = [];
}

/// <summary>Something that moved the confidence of a choice.</summary>
/// <param name="Name">Name of the signal.</param>
/// <param name="Value">Its strength.</param>
internal readonly record struct MappingSignal(string Name, double Value);

/// <summary>An indicator that could be meant.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Confidence">Probability that it is meant.</param>
internal readonly record struct IndicatorCandidate(Indicator Indicator, Confidence Confidence);

/// <summary>Assigns the rows of all tables of a report to the indicators of a schema.</summary>
internal interface IRowMapper
{
    /// <summary>One choice a row, in the order of the rows.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="schema">The indicators.</param>
    /// <param name="cancellationToken">Looked at for every row.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    ImmutableArray<RowChoice> Map(ImmutableArray<StatisticalTable> tables, IndicatorSchema schema, CancellationToken cancellationToken = default);

    /// <summary>Prepares what mapping to a schema needs, so that the first report need not wait for it. Nothing happens where it is prepared.</summary>
    void Prepare(IndicatorSchema schema);
}
