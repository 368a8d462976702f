using Extractor.Api.Problems;
using Extractor.Storage;

namespace Extractor.Api.Features;

/// <summary>Checks parameters of requests that several operations share.</summary>
internal static class Parameters
{
    /// <exception cref="ProblemException">The limit is not between 1 and the most there can be.</exception>
    public static int Limit(int? limit, int standard, int most) => limit switch
    {
        null => standard,
        >= 1 and var asked when asked <= most => asked,
        _ => throw StoredProblem.Invalid(nameof(limit), $"1..{most}"),
    };

    /// <exception cref="ProblemException">The word is none of the enum's.</exception>
    public static T? Word<T>(string name, string? word)
        where T : struct, Enum =>
        string.IsNullOrEmpty(word) ? null
        : ContractWords.TryParse(word, out T member) ? member
        : throw StoredProblem.Invalid(name, string.Join(", ", ContractWords.All<T>()));
}
