using System.Collections.Immutable;
using Extractor.Models;
using Extractor.Results;
using Extractor.Validation.Findings;

namespace Extractor.Validation.Items;

/// <summary>Checks each item of the crossed tables by the rules a whole report obeys, and the items together against the whole.</summary>
internal static class ItemValidation
{
    /// <summary>The whole first, then the items in printed order.</summary>
    public static ImmutableArray<ItemReport> Validate(ReportValidator validator, ReportContent content, IndicatorSchema schema)
    {
        List<Statement> whole = [];
        List<List<Statement>> items = [];
        Dictionary<FieldItem, int> indices = [];
        foreach (Statement statement in content.Statements)
        {
            if (statement.Item is not { } item)
            {
                whole.Add(statement);
                continue;
            }

            if (!indices.TryGetValue(item, out int index))
            {
                indices[item] = index = items.Count;
                items.Add([]);
            }

            items[index].Add(statement);
        }

        ValidationReport first = validator.Validate(content with { Statements = whole }, schema);
        if (items.Count == 0)
        {
            return [new ItemReport(null, content.Statements, first)];
        }

        IEnumerable<FindingDraft> sums = schema.Rules.Where(r => r is { Kind: RuleKind.Agreement, Check: RuleExpansion.AgreeingItems })
            .SelectMany(rule => ItemSums.Of(content.Statements, rule));
        return
        [
            new ItemReport(null, whole, first with { Findings = [.. first.Findings, .. sums] }),
            .. items.Select(statements => Validate(validator, content, schema, statements)),
        ];
    }

    // Rows, head and form are the whole report's affair; an item has only its figures.
    private static ItemReport Validate(ReportValidator validator, ReportContent content, IndicatorSchema schema, List<Statement> statements)
    {
        FieldItem? item = statements[0].Item;
        ValidationReport report = validator.Validate(content with { Tables = [], Choices = [], Statements = statements }, schema);
        return new ItemReport(item, statements, report with { Findings = [.. report.Findings.Select(f => f with { Item = item })] });
    }
}
