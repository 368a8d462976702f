using Extractor.Mapping.Heuristic;

namespace Extractor.Mapping.Learned;

/// <summary>What all choices of a report together say of each: whether its rows are clear at all, and which indicators several rows were taken for.</summary>
internal sealed class ReportChoices
{
    private readonly HashSet<int> _taken = [];
    private readonly HashSet<int> _repeated = [];

    /// <summary>Looks at the rows after the last pass.</summary>
    public ReportChoices(List<RowNode> nodes)
    {
        float sum = 0;
        int rows = 0;
        foreach (RowNode node in nodes)
        {
            if (node.Row is null)
            {
                continue;
            }

            sum += ChoiceSignal.ModestLeadOf(node);
            rows++;
            if (node.Indicator >= 0 && !_taken.Add(node.Indicator))
            {
                _repeated.Add(node.Indicator);
            }
        }

        Fit = rows == 0 ? 0 : sum / rows;
    }

    /// <summary>How clearly the rows are what they are taken for by themselves: where many are in doubt, the others are less sure.</summary>
    public float Fit { get; }

    /// <summary>Whether several rows were taken for an indicator.</summary>
    public bool IsRepeated(int indicator) => _repeated.Contains(indicator);
}
