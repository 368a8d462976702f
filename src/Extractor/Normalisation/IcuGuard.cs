using System.Text;

namespace Extractor.Normalisation;

/// <summary>Makes sure at start-up that Unicode normalisation works, because without ICU .NET leaves texts as they are and says nothing.</summary>
internal static class IcuGuard
{
    private const string Composed = "\u1EBF";
    private const string Decomposed = "e\u0302\u0301";

    /// <summary>Checks the running process.</summary>
    /// <exception cref="InvalidOperationException">Normalisation does nothing.</exception>
    public static void Require() =>
        Require(Decomposed.Normalize(NormalizationForm.FormC), Composed.Normalize(NormalizationForm.FormD));

    /// <summary>Checks the answers normalisation gave for the two forms of the letter <c>ế</c>.</summary>
    /// <exception cref="InvalidOperationException">An answer is wrong.</exception>
    internal static void Require(string composed, string decomposed)
    {
        if (!string.Equals(composed, Composed, StringComparison.Ordinal)
            || !string.Equals(decomposed, Decomposed, StringComparison.Ordinal))
        {
            throw new InvalidOperationException(
                "Unicode normalisation does not work in this process, so Vietnamese text cannot be compared. Install ICU (on Debian: "
                + "apt-get install libicu72, or the libicu package of your release) and do not set DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1.");
        }
    }
}
