using System.Collections.Immutable;
using Extractor.Models;
using Extractor.Tables;

namespace Extractor.Mapping.Heuristic;

/// <summary>
/// Maps rows by what they say and where they stand: wording, unit, kind and contrasts of the row, the rows it stands under, then all rows together
/// one to one, then again with the neighbours' choices.
/// </summary>
/// <param name="weights">Weights of the evidence; the tested ones if omitted.</param>
internal sealed class HeuristicRowMapper(HeuristicWeights? weights = null) : IRowMapper
{
    private readonly HeuristicWeights _weights = weights ?? new HeuristicWeights();

    /// <inheritdoc/>
    public ImmutableArray<RowChoice> Map(ImmutableArray<StatisticalTable> tables, IndicatorSchema schema, CancellationToken cancellationToken = default)
    {
        SchemaIndex index = SchemaIndex.For(schema);
        List<RowNode> nodes = RowOutline.Build(tables, index, cancellationToken);
        var scorer = new CandidateScorer(index, _weights, nodes);
        foreach (RowNode node in nodes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            scorer.Score(node, nodes);
        }

        var assigner = new RowAssigner(index, _weights);
        assigner.Assign(nodes, cancellationToken);
        var neighbours = new NeighbourScorer(index, _weights, nodes);
        for (int pass = 0; pass < _weights.NeighbourPasses; pass++)
        {
            neighbours.Rescore(cancellationToken);
            assigner.Assign(nodes, cancellationToken);
        }

        var confidence = new MappingConfidence(index, _weights);
        var choices = ImmutableArray.CreateBuilder<RowChoice>(nodes.Count);
        foreach (RowNode node in nodes)
        {
            if (node.Row is not null)
            {
                choices.Add(confidence.Describe(node));
            }
        }

        return choices.ToImmutable();
    }
}
