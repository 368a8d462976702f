using Extractor.Api.Problems;
using Extractor.Models;
using Extractor.Storage;

namespace Extractor.Api.Features;

/// <summary>Filters of lists, series and exports, as they come in an address.</summary>
/// <param name="Agency">Part of the agency's name; case and diacritics do not matter.</param>
/// <param name="FromYear">First year.</param>
/// <param name="ToYear">Last year.</param>
/// <param name="Period">month, quarter, 6_months, 9_months or year.</param>
/// <param name="Level">commune, district, province or department.</param>
/// <param name="Form">Report family.</param>
/// <param name="MinConfidence">The least certain field is at least this certain.</param>
/// <param name="MaxConfidence">The least certain field is at most this certain.</param>
/// <param name="Findings">none, any, error or warning.</param>
/// <param name="Rule">A rule that has a finding.</param>
/// <param name="State">done, needsReview or notAReport.</param>
internal sealed record ReportFilterQuery(
    string? Agency, int? FromYear, int? ToYear, string? Period, string? Level, string? Form, double? MinConfidence, double? MaxConfidence,
    string? Findings, string? Rule, string? State)
{
    private const int MostLength = 200;

    /// <exception cref="ProblemException">A filter has a value it cannot have.</exception>
    public ReportFilter Read() => new()
    {
        Agency = Text(nameof(Agency), Agency),
        FromYear = Between(nameof(FromYear), FromYear, 1, 9998),
        ToYear = Between(nameof(ToYear), ToYear, 1, 9998),
        Period = Parameters.Word<PeriodKind>("period", Period),
        Level = Parameters.Word<AdministrativeLevel>("level", Level),
        Form = Text(nameof(Form), Form),
        MinConfidence = Between(nameof(MinConfidence), MinConfidence, 0.0, 1.0),
        MaxConfidence = Between(nameof(MaxConfidence), MaxConfidence, 0.0, 1.0),
        Findings = Parameters.Word<FindingFilter>("findings", Findings),
        Rule = Text(nameof(Rule), Rule),
        State = Parameters.Word<ResultState>("state", State),
    };

    private static string? Text(string name, string? text) =>
        text is not { Length: > MostLength } ? (string.IsNullOrWhiteSpace(text) ? null : text)
            : throw StoredProblem.Invalid(char.ToLowerInvariant(name[0]) + name[1..], $"<= {MostLength}");

    private static T? Between<T>(string name, T? value, T least, T most)
        where T : struct, IComparable<T> =>
        value is not { } v || (v.CompareTo(least) >= 0 && v.CompareTo(most) <= 0) ? value
            : throw StoredProblem.Invalid(char.ToLowerInvariant(name[0]) + name[1..], $"{least}..{most}");
}
