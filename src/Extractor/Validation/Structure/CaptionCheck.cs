using Extractor.Metadata;
using Extractor.Models;
using Extractor.Validation.Findings;

namespace Extractor.Validation.Structure;

/// <summary>The line that ties an appendix to its report ("Kèm theo Báo cáo số … ngày …") states the report's number and date.</summary>
internal sealed class CaptionCheck : IFormCheck
{
    /// <inheritdoc/>
    public string Name => RuleStructures.Caption;

    /// <inheritdoc/>
    public IEnumerable<FindingDraft> Check(ReportContent content, SchemaRule rule)
    {
        foreach (AppendixReference reference in AppendixReferences.Of(content.Text))
        {
            if (reference.Date is { } date && content.Head.IssuedOn.Value is { } issued && date != issued)
            {
                yield return new FindingDraft(
                    rule.Id, rule.Severity,
                    new LocalText(
                        $"Ngày ở phụ lục ({date:dd/MM/yyyy}) khác ngày của báo cáo ({issued:dd/MM/yyyy}).",
                        $"The date in the appendix ({date:yyyy-MM-dd}) differs from that of the report ({issued:yyyy-MM-dd})."),
                    []);
            }

            if (reference.Number is { } number && content.Head.Number.Value is { } own && FiguresOf(number) != FiguresOf(own))
            {
                yield return new FindingDraft(
                    rule.Id, rule.Severity,
                    new LocalText(
                        $"Số báo cáo ở phụ lục ({number}) khác số của báo cáo ({own}).",
                        $"The report number in the appendix ({number}) differs from that of the report ({own})."),
                    []);
            }
        }

        foreach (FindingDraft finding in Years(content, rule))
        {
            yield return finding;
        }
    }

    // The title of a table may name the year; a comparison with another year names more than one.
    private static IEnumerable<FindingDraft> Years(ReportContent content, SchemaRule rule)
    {
        if (content.Head.Period.Value is not { } period)
        {
            yield break;
        }

        foreach (string caption in content.Tables.Select(t => t.Caption).Distinct(StringComparer.Ordinal))
        {
            if (YearsIn(caption) is [var year] && year != period.Year)
            {
                yield return new FindingDraft(
                    rule.Id, rule.Severity,
                    new LocalText(
                        $"Tiêu đề biểu ghi năm {year}, kỳ báo cáo là năm {period.Year}: “{PlaceNames.Shorten(caption)}”.",
                        $"The table's title names {year}, the report covers {period.Year}: “{PlaceNames.Shorten(caption)}”."),
                    []);
            }
        }
    }

    private static List<int> YearsIn(string caption)
    {
        const string Word = "năm ";
        var years = new List<int>();
        for (int at = caption.IndexOf(Word, StringComparison.OrdinalIgnoreCase); at >= 0; at = caption.IndexOf(Word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            ReadOnlySpan<char> rest = caption.AsSpan(at + Word.Length);
            bool isYear = rest.Length >= 4 && (rest.Length == 4 || !char.IsDigit(rest[4])) && rest[0] == '2' && !rest[..4].ContainsAnyExceptInRange('0', '9');
            if (isYear && int.Parse(rest[..4], System.Globalization.CultureInfo.InvariantCulture) is var year && !years.Contains(year))
            {
                years.Add(year);
            }
        }

        return years;
    }

    private static string FiguresOf(string number) => number.Split('/', '-')[0].TrimStart('0');
}
