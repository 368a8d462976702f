using Microsoft.Extensions.Primitives;

namespace Extractor.Api.Edge;

/// <summary>
/// Gives each request an id: the client's own where it has the form of one, else a new one. It is in the answer, in problems and in the log. Anything
/// else a client sends under this name is dropped, so it can neither end a line of the log nor begin a header.
/// </summary>
internal sealed class RequestIds(RequestDelegate next, ILogger<RequestIds> logger)
{
    public const string Header = "X-Request-Id";

    private const int MostLength = 64;

    public async Task InvokeAsync(HttpContext context)
    {
        string id = Read(context.Request.Headers[Header]) ?? Guid.CreateVersion7().ToString("N");
        context.TraceIdentifier = id;
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[Header] = id;
            return Task.CompletedTask;
        });
        using (logger.BeginScope(new Dictionary<string, object>(StringComparer.Ordinal) { ["RequestId"] = id }))
        {
            await next(context);
        }
    }

    /// <summary>The id a client gave; null where it gave none, several, or one of another form.</summary>
    public static string? Read(StringValues given) =>
        given is [{ Length: > 0 and <= MostLength } id] && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') ? id : null;
}
