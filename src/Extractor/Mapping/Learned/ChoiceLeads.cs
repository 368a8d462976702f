using System.Collections.Immutable;
using Extractor.Mapping.Heuristic;

namespace Extractor.Mapping.Learned;

/// <summary>
/// What the lead of a choice is over: the calibration asks only for the smaller lead, whoever wants to know why a row is doubted asks whether another
/// indicator is near or whether the row may be none at all.
/// </summary>
internal static class ChoiceLeads
{
    /// <summary>The leads of a row that was taken for an indicator, by the scores of the second pass.</summary>
    public static ImmutableArray<MappingSignal> Of(RowNode node)
    {
        if (node.Choice < 0)
        {
            return [];
        }

        double own = node.Candidates[node.Choice].Score;
        double next = double.NegativeInfinity;
        for (int c = 0; c < node.Candidates.Length; c++)
        {
            next = c == node.Choice ? next : Math.Max(next, node.Candidates[c].Score);
        }

        var overNone = new MappingSignal(SignalName.LeadOverNone, own - node.Evidence!.ScoreNone);
        return double.IsFinite(next) ? [new MappingSignal(SignalName.LeadOverNext, own - next), overNone] : [overNone];
    }
}
