using Extractor.Models;

namespace Extractor.Cli;

/// <summary>Chooses the language of messages.</summary>
internal static class Languages
{
    /// <summary>What <c>--lang</c> says, otherwise English where the environment says so (POSIX order of variables), otherwise Vietnamese.</summary>
    public static UserLanguage Choose(IReadOnlyList<string> arguments, Func<string, string?> environment)
    {
        for (int i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == "--lang" && i + 1 < arguments.Count)
            {
                return Named(arguments[i + 1]);
            }

            if (arguments[i].StartsWith("--lang=", StringComparison.Ordinal))
            {
                return Named(arguments[i]["--lang=".Length..]);
            }
        }

        return Named(new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value)));
    }

    private static UserLanguage Named(string? name) =>
        name?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? UserLanguage.English : UserLanguage.Vietnamese;
}
