using Extractor.Models;
using Extractor.Results;
using Extractor.Validation.Findings;

namespace Extractor.Validation.Structure;

/// <summary>A label that opens with "Tỷ lệ" has the unit %, one that opens with "Số" or "Tổng số" has not.</summary>
internal sealed class UnitClassCheck : IFormCheck
{
    private static readonly string[] Rates = ["tỷ lệ", "tỉ lệ", "tỷ trọng", "tỉ trọng"];
    private static readonly string[] Counts = ["số ", "tổng số ", "số lượng "];

    /// <inheritdoc/>
    public string Name => RuleStructures.UnitClass;

    /// <inheritdoc/>
    public IEnumerable<FindingDraft> Check(ReportContent content, SchemaRule rule)
    {
        foreach (Statement.OfRow row in content.Statements.OfType<Statement.OfRow>())
        {
            if (row.Value is NumberValue value && IsWrong(row.Row.Label.Text, row.Row.Unit.Text.Trim(), row.Row.Value.Text))
            {
                LocalText place = PlaceNames.OfRow(row.Row.Stt, row.Row.Label.Text);
                LocalText figure = PlaceNames.Figure(value.Number);
                string unit = PlaceNames.Shorten(row.Row.Unit.Text);
                yield return new FindingDraft(
                    rule.Id, rule.Severity,
                    new LocalText(
                        $"Đơn vị tính không hợp với chỉ tiêu: {place.Vi} có đơn vị “{unit}” và số liệu {figure.Vi}.",
                        $"The unit does not fit the label: {place.En} has the unit “{unit}” and the figure {figure.En}."),
                    [row.Indicator.Code])
                {
                    Stated = value.Number,
                };
            }
        }
    }

    // Coded answers and repeats are no units, and a label with both words ("Số lượng, tỷ lệ …") fits either.
    private static bool IsWrong(string label, string unit, string value)
    {
        if (unit.Length == 0 || unit.Contains('=', StringComparison.Ordinal) || unit is "nt" or "-" or "//" or "\"" || value.Contains('%', StringComparison.Ordinal))
        {
            return false;
        }

        bool isPercent = unit.Contains('%', StringComparison.Ordinal) || unit.Contains("phần trăm", StringComparison.OrdinalIgnoreCase)
            || StartsWithAny(unit, Rates);
        ReadOnlySpan<char> words = label.AsSpan().TrimStart("-+*•– \u00A0");
        return StartsWithAny(words, Rates)
            ? !isPercent
            : isPercent && StartsWithAny(words, Counts) && !ContainsAny(label, Rates) && !label.Contains('%', StringComparison.Ordinal);
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] starts)
    {
        foreach (string start in starts)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ContainsAny(string text, string[] parts) => Array.Exists(parts, p => text.Contains(p, StringComparison.OrdinalIgnoreCase));
}
