namespace Extractor.Api.Edge;

/// <summary>Headers by which browsers keep answers and pages of the service to themselves (OWASP ASVS 5.0, section V3.4).</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string OfData = "default-src 'none'; frame-ancestors 'none'; sandbox";

    // Scripts of the service itself only, none inline; the page to try the API sets styles on its elements.
    private const string OfPages =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // The handler of exceptions starts the answer anew, so these are set at the last moment.
        context.Response.OnStarting(() =>
        {
            IHeaderDictionary headers = context.Response.Headers;
            bool isPage = context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;
            headers.XContentTypeOptions = "nosniff";
            headers.CacheControl = "no-store";
            if (headers.ContentSecurityPolicy.Count == 0)
            {
                headers.ContentSecurityPolicy = isPage ? OfPages : OfData;
            }

            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            if (context.Request.IsHttps)
            {
                headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            }

            return Task.CompletedTask;
        });
        return next(context);
    }
}
