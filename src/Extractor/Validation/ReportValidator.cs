using System.Collections.Immutable;
using Extractor.Models;
using Extractor.Validation.Engine;
using Extractor.Validation.Findings;
using Extractor.Validation.Repairs;
using Extractor.Validation.Structure;

namespace Extractor.Validation;

/// <summary>Checks a report against the rules of its family. It finds and hints, and never changes a value.</summary>
/// <param name="options">Bounds and thresholds.</param>
/// <param name="slips">How often each kind of slip is met; as usual where it is null.</param>
internal sealed class ReportValidator(ValidationOptions options, SlipShares? slips = null)
{
    /// <summary>What the rules find.</summary>
    public ValidationReport Validate(ReportContent content, IndicatorSchema schema)
    {
        CompiledRules rules = CompiledRules.For(schema);
        CellTable cells = CellTable.Of(content.Statements, rules, options.LeastConfidence);
        List<CheckedInstance> instances = RuleRun.Judge(rules, cells, content.Head.Level.Value, options.MaxInstances);
        var search = new RepairSearch(rules, cells, instances, slips ?? SlipShares.Default, options.MaxRepairSteps);
        Dictionary<CheckedInstance, RepairRanking> repairs = search.FindAll();
        List<FindingDraft> drafts = [.. BreachFindings.Of(instances, cells, schema, search, repairs)];
        foreach (SchemaRule rule in schema.Rules)
        {
            drafts.AddRange(rule switch
            {
                { Kind: RuleKind.Agreement, Check: RuleExpansion.AgreeingTables or RuleExpansion.AgreeingNarrative } =>
                    Disagreements.Of(content.Statements, rule).Select(d => HintAt(d, rules, cells, search)),
                { Kind: RuleKind.Options } => PrintedOptionFindings.Of(content.Statements, rule),
                { Kind: RuleKind.Structure, Check: RuleStructures.EmptyDenominator } => EmptyDenominators.Of(instances, cells, schema, rule),
                { Kind: RuleKind.Structure } => FormChecks.Of(content, rule),
                _ => [],
            });
        }

        drafts.AddRange(NotationFindings.Of(content.Statements));
        return new ValidationReport(InOrder(drafts, schema), instances, SupportOf(instances, repairs.Values.Where(r => r.IsSettled).Select(r => r.Best), schema));
    }

    // Rules in the order of the family, notation (which no family lists) at the end.
    private ImmutableArray<FindingDraft> InOrder(List<FindingDraft> drafts, IndicatorSchema schema)
    {
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (SchemaRule rule in schema.Rules)
        {
            order.TryAdd(rule.Id, order.Count);
        }

        return [.. drafts.OrderBy(d => order.GetValueOrDefault(d.Rule, order.Count)).ThenBy(d => order.ContainsKey(d.Rule) ? "" : d.Rule, StringComparer.Ordinal)
            .Take(options.MaxFindings)];
    }

    // Where table and prose differ, the rules may tell which of the two is wrong.
    private static FindingDraft HintAt(FindingDraft draft, CompiledRules rules, CellTable cells, RepairSearch search)
    {
        int indicator = rules.IndexOf(draft.Codes[0]);
        int table = CellTable.CellOf(indicator, isProse: false);
        int prose = CellTable.CellOf(indicator, isProse: true);
        return cells.StateOf(table) == CellState.Stated && cells.StateOf(prose) == CellState.Stated && cells.ValueOf(table) != cells.ValueOf(prose)
            && search.Between(table, prose) is { } repair
            ? RepairWords.Hint(draft, repair, cells, rules.Schema)
            : draft;
    }

    private static ImmutableArray<RuleSupport> SupportOf(
        List<CheckedInstance> instances, IEnumerable<RepairHypothesis> repairs, IndicatorSchema schema)
    {
        var support = new RuleSupport[schema.Indicators.Length];
        foreach (CheckedInstance instance in instances)
        {
            foreach (CellUse use in instance.Uses)
            {
                ref RuleSupport own = ref support[CellTable.IndicatorOf(use.Cell)];
                own = instance.Verdict.Outcome switch
                {
                    CheckOutcome.Holds => own with { Holding = own.Holding + 1 },
                    CheckOutcome.Broken => own with { Broken = own.Broken + 1 },
                    _ => own,
                };
            }
        }

        foreach (RepairHypothesis repair in repairs)
        {
            ref RuleSupport suspect = ref support[CellTable.IndicatorOf(repair.Cell)];
            suspect = suspect with { IsSuspect = true };
        }

        return ImmutableArray.Create(support);
    }
}
