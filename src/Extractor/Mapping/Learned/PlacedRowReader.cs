using Extractor.Mapping.Heuristic;

namespace Extractor.Mapping.Learned;

/// <summary>
/// Reads what the words of a report's rows say in their place, or takes it from an earlier report that printed them there. One instance a report.
/// </summary>
/// <param name="index">The schema.</param>
/// <param name="nodes">The rows.</param>
/// <param name="recent">What was read lately; null where nothing is to be kept.</param>
internal sealed class PlacedRowReader(SchemaIndex index, List<RowNode> nodes, RecentReadings<LabelInPlace, RowReading>? recent)
{
    // Longer texts are no labels that come again.
    private const int LongestKept = 800;

    private static readonly RetrievalWeights Retrieval = new();
    private readonly ulong _told = ContrastConflict.ToldApart(nodes, index.Contrasts.Contrasts.Length);
    private CandidateScorer? _scorer;
    private EvidenceReader? _reader;

    /// <summary>Finds a node's candidates and reads its evidence; the nodes before it are read.</summary>
    public void Read(int at)
    {
        RowNode node = nodes[at];
        RowReading reading = ReadingOf(at, node);
        node.Reading = reading;
        node.Candidates = [.. reading.Candidates];
        node.Words = reading.Words;
        node.Vector = reading.Vector;
        FormEvidence.Read(at, nodes, reading, index);
    }

    private RowReading ReadingOf(int at, RowNode node)
    {
        string? before = EvidenceReader.RowBefore(at, nodes)?.Key;
        if (recent is null || node.Key.Length + node.Label.Whole.Length + (before?.Length ?? 0) > LongestKept)
        {
            return ReadNew(at, node);
        }

        RowReading? above = node.Parent < 0 ? null : nodes[node.Parent].Reading;
        var place = new LabelInPlace(
            node.Key, node.Label.Aside, node.Label.Whole, above, before, node.Unit, FormScorer.FormOf(node), node.IsAmbiguous, _told, node.StatedByForm);
        return recent.TryGet(place, out RowReading? known) ? known : recent.Keep(place, ReadNew(at, node));
    }

    private RowReading ReadNew(int at, RowNode node)
    {
        _scorer ??= new CandidateScorer(index, Retrieval, nodes);
        _reader ??= new EvidenceReader(index, nodes);
        _scorer.Score(node, nodes);
        return _reader.Read(at, nodes, _scorer);
    }
}
