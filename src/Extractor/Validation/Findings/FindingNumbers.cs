using System.Collections.Immutable;
using System.Globalization;
using Extractor.Models;

namespace Extractor.Validation.Findings;

/// <summary>Numbers the findings of one result and words them in the user's language.</summary>
internal static class FindingNumbers
{
    /// <summary>The findings as the contract has them; ids count within their rule.</summary>
    public static ImmutableArray<Finding> Of(ImmutableArray<FindingDraft> drafts, UserLanguage language)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var findings = ImmutableArray.CreateBuilder<Finding>(drafts.Length);
        foreach (FindingDraft draft in drafts)
        {
            int number = counts[draft.Rule] = counts.GetValueOrDefault(draft.Rule) + 1;
            string id = string.Create(CultureInfo.InvariantCulture, $"{draft.Rule}#{number}");
            findings.Add(new Finding(id, draft.Rule, draft.Severity, draft.Message.In(language), draft.Codes, draft.Stated, draft.Derived, RepairOf(draft)) { Item = draft.Item });
        }

        return findings.MoveToImmutable();
    }

    private static Repair? RepairOf(FindingDraft draft) =>
        draft.Item is null || draft.Repair is not { Item: null } repair
            ? draft.Repair
            : repair with { Item = draft.Item, Others = repair.Others is { } others ? [.. others.Select(o => o with { Item = draft.Item })] : null };
}
