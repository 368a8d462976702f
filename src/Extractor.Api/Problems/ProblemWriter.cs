using System.Globalization;
using Extractor.Models;
using Microsoft.AspNetCore.Mvc;

namespace Extractor.Api.Problems;

/// <summary>Writes problem details in the language the client asks for.</summary>
internal sealed class ProblemWriter(IProblemDetailsService writer)
{
    public async Task WriteAsync(HttpContext context, Problem problem, LocalText detail, int? retryAfterSeconds = null, string? limit = null)
    {
        UserLanguage language = RequestLanguage.Of(context.Request);
        HttpResponse response = context.Response;
        response.StatusCode = problem.Status;
        response.Headers.ContentLanguage = RequestLanguage.TagOf(language);
        response.Headers.Append("Vary", "Accept-Language");
        if (problem.Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        if (retryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        var details = new ProblemDetails { Type = problem.Type, Title = problem.Title.In(language), Status = problem.Status, Detail = detail.In(language) };
        if (limit is not null)
        {
            details.Extensions["limit"] = limit;
        }

        var written = new ProblemDetailsContext { HttpContext = context, ProblemDetails = details };
        if (!await writer.TryWriteAsync(written))
        {
            // The client asked for another type only; a problem it did not ask for tells it more than an empty answer.
            details.Extensions["requestId"] = context.TraceIdentifier;
            await response.WriteAsJsonAsync(details, options: null, contentType: "application/problem+json");
        }
    }
}
