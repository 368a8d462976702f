using Extractor.Models;
using Microsoft.Net.Http.Headers;

namespace Extractor.Api.Problems;

/// <summary>Language of messages a client asks for with Accept-Language (RFC 9110, section 12.5.4).</summary>
internal static class RequestLanguage
{
    /// <summary>The best of the two languages; Vietnamese where the client says nothing that helps.</summary>
    public static UserLanguage Of(HttpRequest request)
    {
        foreach (StringWithQualityHeaderValue range in request.GetTypedHeaders().AcceptLanguage
            .Where(range => range.Quality is not 0).OrderByDescending(range => range.Quality ?? 1))
        {
            string tag = range.Value.ToString();
            if (Names(tag, "vi") || tag == "*")
            {
                return UserLanguage.Vietnamese;
            }

            if (Names(tag, "en"))
            {
                return UserLanguage.English;
            }
        }

        return UserLanguage.Vietnamese;
    }

    /// <summary>Tag of a language for Content-Language.</summary>
    public static string TagOf(UserLanguage language) => language == UserLanguage.English ? "en" : "vi";

    private static bool Names(string tag, string language) =>
        tag.Equals(language, StringComparison.OrdinalIgnoreCase) || tag.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase);
}
