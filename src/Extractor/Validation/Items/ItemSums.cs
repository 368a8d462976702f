using System.Globalization;
using Extractor.Models;
using Extractor.Results;
using Extractor.Validation.Findings;

namespace Extractor.Validation.Items;

/// <summary>Adds up the items of each crossed table: members make their group, the outermost ones the row of the whole.</summary>
internal static class ItemSums
{
    private const char Separator = '\u001F';

    /// <summary>One finding for each column and group whose members do not add up.</summary>
    public static IEnumerable<FindingDraft> Of(IReadOnlyList<Statement> statements, SchemaRule rule)
    {
        // Rates do not add up.
        foreach (IGrouping<(int Table, string Code), Statement.OfRow> column in statements.OfType<Statement.OfRow>()
            .Where(s => s.Indicator.Kind == ValueKind.Count).GroupBy(s => (s.Row.Table, s.Indicator.Code)))
        {
            List<Statement.OfRow> items = [.. column.Where(s => s.Item is not null).DistinctBy(s => s.Item)];
            if (items.Count == 0)
            {
                continue;
            }

            HashSet<string> known = [.. items.Select(i => KeyOf(i.Item!, i.Item!.Path.Length))];
            ILookup<string, Statement.OfRow> byGroup = items.ToLookup(i => GroupOf(i.Item!, known), StringComparer.Ordinal);
            foreach (Statement.OfRow total in column)
            {
                string group = total.Item is null ? "" : KeyOf(total.Item, total.Item.Path.Length);
                if (Judge(total, [.. byGroup[group]], rule) is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    private static FindingDraft? Judge(Statement.OfRow total, List<Statement.OfRow> members, SchemaRule rule)
    {
        if (total.Value is not NumberValue stated || members.Count < 2 || members.Exists(m => m.Reading.Status == FieldStatus.Unreadable))
        {
            return null;
        }

        // A dash adds nothing; an empty cell may hide a figure, so it only rules out too much.
        decimal sum = members.Sum(m => m.Value is NumberValue number ? number.Number : 0);
        bool isOpen = members.Exists(m => m.Reading.Status == FieldStatus.Blank);
        if (Math.Abs(sum - stated.Number) <= rule.Tolerance || (isOpen && sum < stated.Number))
        {
            return null;
        }

        LocalText place = PlaceNames.Of(total);
        (LocalText figure, LocalText derived) = (PlaceNames.Figure(stated.Number), PlaceNames.Figure(sum));
        string count = members.Count.ToString(CultureInfo.InvariantCulture);
        return new FindingDraft(
            rule.Id, rule.Severity,
            new LocalText(
                $"Tổng cột không bằng các dòng cộng lại: {place.Vi} ghi {figure.Vi}, {count} dòng cộng lại là {derived.Vi}.",
                $"A column's total differs from the sum of its rows: {place.En} states {figure.En}, {count} rows add up to {derived.En}."),
            [total.Indicator.Code])
        {
            Item = total.Item,
            Stated = stated.Number,
            Derived = sum,
        };
    }

    // The nearest group above that has a figure of its own; the whole where none has.
    private static string GroupOf(FieldItem item, HashSet<string> known)
    {
        for (int length = item.Path.Length - 1; length >= 0; length--)
        {
            string key = KeyOf(item with { Label = item.Path[length] }, length);
            if (known.Contains(key))
            {
                return key;
            }
        }

        return "";
    }

    private static string KeyOf(FieldItem item, int pathLength) => string.Join(Separator, item.Path.Take(pathLength).Append(item.Label));
}
