using Extractor.Models;
using Extractor.Results;
using Extractor.Validation.Findings;

namespace Extractor.Validation.Structure;

/// <summary>Rows that the form exempts the reporting level from ("UBND xã, phường không phải báo cáo mục này") hold no figure.</summary>
internal sealed class ExemptRowsCheck : IFormCheck
{
    private const string Exemption = "không phải báo cáo";
    private static readonly string[] Communes = ["xã", "phường", "thị trấn"];
    private static readonly string[] Districts = ["huyện", "quận", "thị xã"];

    /// <inheritdoc/>
    public string Name => RuleStructures.ExemptRows;

    /// <inheritdoc/>
    public IEnumerable<FindingDraft> Check(ReportContent content, SchemaRule rule)
    {
        string[] names = content.Head.Level.Value switch
        {
            AdministrativeLevel.Commune => Communes,
            AdministrativeLevel.District => Districts,
            _ => [],
        };
        foreach (Statement.OfRow row in content.Statements.OfType<Statement.OfRow>())
        {
            if (row.Value is NumberValue { Number: not 0 } value && IsExempt(row.Row.Label.Text, names))
            {
                LocalText place = PlaceNames.OfRow(row.Row.Stt, row.Row.Label.Text);
                LocalText figure = PlaceNames.Figure(value.Number);
                yield return new FindingDraft(
                    rule.Id, rule.Severity,
                    new LocalText(
                        $"Mục mà cấp báo cáo này không phải báo cáo nhưng có số liệu: {place.Vi} ghi {figure.Vi}.",
                        $"A row this level of government is exempt from holds a figure: {place.En} states {figure.En}."),
                    [row.Indicator.Code])
                {
                    Stated = value.Number,
                };
            }
        }
    }

    // The names stand in front of the exemption, in the bracket that states it.
    private static bool IsExempt(string label, string[] names)
    {
        string line = label.Replace('\n', ' ');
        int at = line.IndexOf(Exemption, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return false;
        }

        ReadOnlySpan<char> before = line.AsSpan(0, at);
        ReadOnlySpan<char> who = before[(before.LastIndexOf('(') + 1)..];
        foreach (string name in names)
        {
            if (who.Contains(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
