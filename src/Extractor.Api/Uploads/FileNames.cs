using System.Globalization;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Extractor.Api.Uploads;

/// <summary>Makes the name a client gives harmless: it is shown to people and never used as a path.</summary>
internal static class FileNames
{
    /// <summary>Name of a file the client did not name.</summary>
    public const string Unnamed = "report";

    private const int MaxLength = 200;

    /// <summary>The name in a Content-Disposition header.</summary>
    public static string Of(ContentDispositionHeaderValue? disposition)
    {
        string? name = disposition?.FileNameStar.Value;
        return Clean(string.IsNullOrEmpty(name) ? HeaderUtilities.RemoveQuotes(disposition?.FileName ?? default).Value : name);
    }

    /// <summary>The last step of a path, without characters that are not seen or turn the direction of writing.</summary>
    public static string Clean(string? name)
    {
        string last = (name ?? "")[((name ?? "").LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new StringBuilder();
        foreach (Rune rune in last.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate)
                && clean.Length + rune.Utf16SequenceLength <= MaxLength)
            {
                clean.Append(rune.ToString());
            }
        }

        string result = clean.ToString().Trim();
        return result.Length == 0 || result.All(c => c == '.') ? Unnamed : result;
    }
}
