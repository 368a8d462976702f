using Extractor.Api.Problems;
using Extractor.Models;
using Extractor.Storage;

namespace Extractor.Api.Features;

/// <summary>Filters of lists, series and exports, as they come in an address.</summary>
internal sealed record ReportFilterQuery
{
    private const int MostLength = 200;

    /// <summary>Part of the agency's name; case and diacritics do not matter.</summary>
    public string? Agency { get; init; }

    /// <summary>First year.</summary>
    public int? FromYear { get; init; }

    /// <summary>Last year.</summary>
    public int? ToYear { get; init; }

    /// <summary>month, quarter, 6_months, 9_months or year.</summary>
    public string? Period { get; init; }

    /// <summary>commune, district, province or department.</summary>
    public string? Level { get; init; }

    /// <summary>Report family.</summary>
    public string? Form { get; init; }

    /// <summary>The least certain field is at least this certain.</summary>
    public double? MinConfidence { get; init; }

    /// <summary>The least certain field is at most this certain.</summary>
    public double? MaxConfidence { get; init; }

    /// <summary>none, any, error or warning.</summary>
    public string? Findings { get; init; }

    /// <summary>A rule that has a finding.</summary>
    public string? Rule { get; init; }

    /// <summary>done, needsReview or notAReport.</summary>
    public string? State { get; init; }

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
