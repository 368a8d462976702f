using System.Collections.Immutable;
using System.Globalization;
using Extractor.Models;
using Extractor.Values;

namespace Extractor.Results;

/// <summary>Numbers the findings of one result and words them in the user's language.</summary>
internal sealed class FindingCollector(UserLanguage language)
{
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>All findings so far.</summary>
    public ImmutableArray<Finding> Findings => [.. _findings];

    /// <summary>Reports what is odd about a field: its cell, and places that state another value. Returns the ids.</summary>
    public ImmutableArray<string> About(Indicator indicator, IReadOnlyList<Statement> statements, Statement best)
    {
        var ids = ImmutableArray.CreateBuilder<string>();
        foreach (ReadingIssue issue in statements.OfType<Statement.OfRow>().SelectMany(s => s.Reading.Issues))
        {
            ids.Add(Add(issue.Rule, issue.Severity, issue.Message, indicator, issue.Stated, issue.Derived));
        }

        foreach (Statement other in statements.Where(s => s.Value is not null && s.Value != best.Value).DistinctBy(s => (s.Value, s is Statement.OfRow)))
        {
            ids.Add(AddDisagreement(indicator, best, other));
        }

        return ids.ToImmutable();
    }

    private string AddDisagreement(Indicator indicator, Statement best, Statement other)
    {
        bool isWithinTables = best is Statement.OfRow && other is Statement.OfRow;
        (string first, string second) = (Show(best.Value), Show(other.Value));
        LocalText message = isWithinTables
            ? new LocalText(
                $"“{indicator.Name.Vi}” được ghi hai lần trong biểu với số liệu khác nhau: {first} và {second}.",
                $"“{indicator.Name.En}” stands twice in the tables with different figures: {first} and {second}.")
            : new LocalText(
                $"“{indicator.Name.Vi}”: số liệu lấy là {first}, nơi khác trong báo cáo ghi {second}.",
                $"“{indicator.Name.En}”: the figure taken is {first}, another place of the report states {second}.");
        return Add(
            isWithinTables ? "R24" : "R23", isWithinTables ? Severity.Error : Severity.Warning, message, indicator,
            (best.Value as NumberValue)?.Number, (other.Value as NumberValue)?.Number);
    }

    private string Add(string rule, Severity severity, LocalText message, Indicator indicator, decimal? stated, decimal? derived)
    {
        int number = _counts[rule] = _counts.GetValueOrDefault(rule) + 1;
        string id = string.Create(CultureInfo.InvariantCulture, $"{rule}#{number}");
        _findings.Add(new Finding(id, rule, severity, message.In(language), [indicator.Code], stated, derived));
        return id;
    }

    private static string Show(IndicatorValue? value) => value switch
    {
        NumberValue number => number.Number.ToString(CultureInfo.InvariantCulture),
        RatioValue ratio => string.Create(CultureInfo.InvariantCulture, $"{ratio.Numerator}/{ratio.Denominator}"),
        _ => "",
    };
}
