using System.Collections.Immutable;
using Extractor.Validation.Engine;
using Extractor.Validation.Findings;

namespace Extractor.Validation;

/// <summary>What the rules found in one report.</summary>
/// <param name="Findings">The findings in the order of the rules.</param>
/// <param name="Instances">Every check with its verdict; checks that cannot tell say why.</param>
/// <param name="Support">What the rules say of each indicator, in the order of the schema.</param>
internal sealed record ValidationReport(
    ImmutableArray<FindingDraft> Findings, IReadOnlyList<CheckedInstance> Instances, ImmutableArray<RuleSupport> Support);
