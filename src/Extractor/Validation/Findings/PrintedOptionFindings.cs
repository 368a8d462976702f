using Extractor.Models;
using Extractor.Results;
using Extractor.Values;

namespace Extractor.Validation.Findings;

/// <summary>Finds unit cells whose printed options give one code to two answers.</summary>
internal static class PrintedOptionFindings
{
    /// <summary>One finding for each such row with an answer; an answer that is no option at all is told when the cell is read.</summary>
    public static IEnumerable<FindingDraft> Of(IReadOnlyList<Statement> statements, SchemaRule rule)
    {
        foreach (Statement.OfRow row in statements.OfType<Statement.OfRow>())
        {
            string unit = row.Row.Unit.Text;
            if (!unit.Contains('=', StringComparison.Ordinal) || row.Value is not NumberValue value || row.Reading.Issues.Any(i => i.Rule == rule.Id))
            {
                continue;
            }

            int codes = PrintedOptions.Parse(unit).Select(o => o.Code).Distinct().Count();
            if (codes < PrintedOptions.Parse(unit).Length)
            {
                LocalText place = PlaceNames.OfRow(row.Row.Stt, row.Row.Label.Text);
                string options = PlaceNames.Shorten(unit);
                yield return new FindingDraft(
                    rule.Id, rule.Severity,
                    new LocalText(
                        $"Hai lựa chọn in cùng một mã: {place.Vi} có “{options}” nên không rõ {PlaceNames.Figure(value.Number).Vi} là gì.",
                        $"Two printed options share a code: {place.En} has “{options}”, so {PlaceNames.Figure(value.Number).En} is unclear."),
                    [row.Indicator.Code])
                {
                    Stated = value.Number,
                };
            }
        }
    }
}
