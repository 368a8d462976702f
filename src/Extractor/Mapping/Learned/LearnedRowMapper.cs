using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Extractor.Mapping.Heuristic;
using Extractor.Models;
using Extractor.Tables;

namespace Extractor.Mapping.Learned;

/// <summary>
/// Maps rows with learned weights: a quick scorer finds the likely indicators of each row, the first pass weighs what the row and the rows above it say,
/// all rows are assigned together one to one, and the second pass weighs what the neighbours' choices say.
/// </summary>
/// <param name="model">What was learned.</param>
internal sealed class LearnedRowMapper(MappingModel model) : IRowMapper
{
    private const int SecondPasses = 2;

    // Far beyond what any evidence adds up to.
    private const float RememberedScore = 100;

    private readonly ConditionalWeakTable<IndicatorSchema, Lazy<FamilyKnowledge>> _families = [];

    /// <inheritdoc/>
    public ImmutableArray<RowChoice> Map(ImmutableArray<StatisticalTable> tables, IndicatorSchema schema, CancellationToken cancellationToken = default)
    {
        FamilyKnowledge family = KnowledgeOf(schema);
        List<RowNode> nodes = ReadEvidence(tables, family.Index, family.Recent, cancellationToken);
        Remember(nodes, family.Memory.Recall(tables), family.Index);
        Choose(nodes, model.Weights, family.Index, cancellationToken);
        var describer = new ChoiceDescriber(family.Index, model.Calibration);
        var report = new ReportChoices(nodes);
        var choices = ImmutableArray.CreateBuilder<RowChoice>(nodes.Count);
        foreach (RowNode node in nodes)
        {
            if (node.Row is not null)
            {
                choices.Add(describer.Describe(node, report));
            }
        }

        return choices.ToImmutable();
    }

    /// <inheritdoc/>
    public void Prepare(IndicatorSchema schema) => KnowledgeOf(schema);

    // One thread prepares it, others wait.
    private FamilyKnowledge KnowledgeOf(IndicatorSchema schema) =>
        _families.GetValue(schema, s => new Lazy<FamilyKnowledge>(() => new FamilyKnowledge(s, model.MemoryOf(s.Family)))).Value;

    /// <summary>The rows of a report with the evidence of the first pass.</summary>
    public static List<RowNode> ReadEvidence(ImmutableArray<StatisticalTable> tables, SchemaIndex index, CancellationToken cancellationToken = default) =>
        ReadEvidence(tables, index, null, cancellationToken);

    private static List<RowNode> ReadEvidence(
        ImmutableArray<StatisticalTable> tables, SchemaIndex index, RecentReadings<LabelInPlace, RowReading>? recent, CancellationToken cancellationToken)
    {
        List<RowNode> nodes = RowOutline.Build(tables, index, cancellationToken);
        var reader = new PlacedRowReader(index, nodes, recent);
        for (int n = 0; n < nodes.Count; n++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            reader.Read(n);
        }

        return nodes;
    }

    /// <summary>Scores every candidate by its own evidence and assigns.</summary>
    public static void PassFirst(List<RowNode> nodes, MappingWeights weights, SchemaIndex index, CancellationToken cancellationToken = default)
    {
        foreach (RowNode node in nodes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            RowEvidence evidence = node.Evidence!;
            for (int c = 0; c < node.Candidates.Length; c++)
            {
                evidence.First[c] = evidence.Known[c] + LinearScore.Of(evidence.PairOf(c), weights.Pairs);
                node.Candidates[c] = node.Candidates[c] with { Score = evidence.First[c] };
            }

            evidence.FirstNone = evidence.ScoreNone = evidence.KnownNone + LinearScore.Of(evidence.None, weights.None);
        }

        Settle(nodes, index, cancellationToken);
    }

    /// <summary>Scores every candidate again by its neighbours' choices and assigns.</summary>
    public static void PassSecond(List<RowNode> nodes, MappingWeights weights, RelationReader relations, SchemaIndex index, CancellationToken cancellationToken = default)
    {
        relations.Read(cancellationToken);
        foreach (RowNode node in nodes)
        {
            RowEvidence evidence = node.Evidence!;
            for (int c = 0; c < node.Candidates.Length; c++)
            {
                node.Candidates[c] = node.Candidates[c] with { Score = LinearScore.Of(evidence.RelationsOf(c), weights.Relations) };
            }

            evidence.ScoreNone = LinearScore.Of(evidence.RelationsNone, weights.RelationsNone);
        }

        Settle(nodes, index, cancellationToken);
    }

    /// <summary>All passes.</summary>
    public static void Choose(List<RowNode> nodes, MappingWeights weights, SchemaIndex index, CancellationToken cancellationToken = default)
    {
        PassFirst(nodes, weights, index, cancellationToken);
        var relations = new RelationReader(index, nodes);
        for (int pass = 0; pass < SecondPasses; pass++)
        {
            PassSecond(nodes, weights, relations, index, cancellationToken);
        }
    }

    // Rows of a remembered form are what they were; only rows without a settled code are judged.
    private static void Remember(List<RowNode> nodes, (bool IsKnown, string? Code)[]? recalled, SchemaIndex index)
    {
        if (recalled is null)
        {
            return;
        }

        int row = 0;
        foreach (RowNode node in nodes)
        {
            if (node.Row is null || !recalled[row++].IsKnown)
            {
                continue;
            }

            string? code = recalled[row - 1].Code;
            int candidate = code is null ? -1 : CandidateOf(node, index.IndexOf(code));
            if (code is null)
            {
                node.Evidence!.KnownNone = RememberedScore;
            }
            else if (candidate >= 0)
            {
                node.Evidence!.Known[candidate] = RememberedScore;
            }

            node.IsRemembered = code is null || candidate >= 0;
        }
    }

    // A reviewer can have settled what the words never told: then it takes the place of the least likely candidate. -1 for a code the schema lacks.
    private static int CandidateOf(RowNode node, int indicator)
    {
        int candidate = node.CandidateOf(indicator);
        if (candidate < 0 && indicator >= 0 && node.Candidates.Length > 0)
        {
            candidate = node.Candidates.Length - 1;
            node.Candidates[candidate] = new Candidate(indicator, 0, 0, 0);
            node.Evidence!.PairOf(candidate).Clear();
        }

        return candidate;
    }

    // Rows are assigned one to one; a caption is no row and takes its best reading.
    private static void Settle(List<RowNode> nodes, SchemaIndex index, CancellationToken cancellationToken)
    {
        new LearnedAssigner(index).Assign(nodes, cancellationToken);
        foreach (RowNode node in nodes)
        {
            if (node.Row is null)
            {
                int best = -1;
                float score = node.Evidence!.ScoreNone;
                for (int c = 0; c < node.Candidates.Length; c++)
                {
                    (best, score) = node.Candidates[c].Score > score ? (c, node.Candidates[c].Score) : (best, score);
                }

                node.Choice = best;
            }
        }
    }
}

/// <summary>A schema with what the model learned of its family, prepared once.</summary>
internal sealed class FamilyKnowledge(IndicatorSchema schema, FamilyMemory memory)
{
    // Two generations of some 4 KiB a reading: the rows of about 25 forms each.
    private const int ReadingsKept = 3000;

    /// <summary>The schema's wordings together with the learned ones.</summary>
    public SchemaIndex Index { get; } = SchemaIndex.With(schema, memory.Wordings, memory.Foreign);

    /// <summary>What rows said that were read lately.</summary>
    public RecentReadings<LabelInPlace, RowReading> Recent { get; } = new(ReadingsKept);

    /// <summary>Reviewed forms.</summary>
    public FormMemory Memory { get; } = new(memory.Forms);
}
