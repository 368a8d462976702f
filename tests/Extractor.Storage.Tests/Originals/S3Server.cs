using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Extractor.Storage.Tests.Originals;

/// <summary>The part of S3 the store uses, on loopback: objects by path, lists of ten, requests refused that are not signed.</summary>
internal sealed class S3Server : IAsyncDisposable
{
    public const string Bucket = "reports";

    private const int PageSize = 10;
    private static readonly XNamespace Xml = "http://s3.amazonaws.com/doc/2006-03-01/";

    private readonly WebApplication _app;

    private S3Server(WebApplication app) => _app = app;

    public ConcurrentDictionary<string, byte[]> Objects { get; } = new(StringComparer.Ordinal);

    public string Address => _app.Urls.Single();

    public static async Task<S3Server> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new S3Server(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        string[] path = context.Request.Path.Value!.TrimStart('/').Split('/', 2);
        if (!context.Request.Headers.Authorization.ToString().StartsWith("AWS4-HMAC-SHA256 Credential=id/", StringComparison.Ordinal))
        {
            await RefuseAsync(context, 403, "AccessDenied");
        }
        else if (path[0] != Bucket)
        {
            await RefuseAsync(context, 404, "NoSuchBucket");
        }
        else if (path.Length == 1 || path[1].Length == 0)
        {
            await ListAsync(context);
        }
        else
        {
            await AnswerAsync(context, path[1]);
        }
    }

    private async Task AnswerAsync(HttpContext context, string key)
    {
        switch (context.Request.Method)
        {
            case "PUT":
                using (var content = new MemoryStream())
                {
                    await context.Request.Body.CopyToAsync(content);
                    Objects[key] = content.ToArray();
                }

                context.Response.Headers.ETag = TagOf(Objects[key]);
                break;
            case "DELETE":
                Objects.TryRemove(key, out _);
                context.Response.StatusCode = 204;
                break;
            case var method when Objects.TryGetValue(key, out byte[]? bytes):
                context.Response.Headers.ETag = TagOf(bytes);
                context.Response.ContentLength = bytes.Length;
                if (method == "GET")
                {
                    await context.Response.Body.WriteAsync(bytes);
                }

                break;
            default:
                await RefuseAsync(context, 404, "NoSuchKey");
                break;
        }
    }

#pragma warning disable CA5351 // What S3 calls an entity tag is this digest; nothing is protected by it.
    private static string TagOf(byte[] bytes) => $"\"{Convert.ToHexStringLower(MD5.HashData(bytes))}\"";
#pragma warning restore CA5351

    private async Task ListAsync(HttpContext context)
    {
        string prefix = context.Request.Query["prefix"].ToString();
        string after = context.Request.Query["continuation-token"].ToString();
        string[] keys = [.. Objects.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(key, after) > 0)
            .Order(StringComparer.Ordinal).Take(PageSize + 1)];
        bool isCut = keys.Length > PageSize;
        await SayAsync(context, new XElement(
            Xml + "ListBucketResult", new XElement(Xml + "IsTruncated", isCut),
            isCut ? new XElement(Xml + "NextContinuationToken", keys[PageSize - 1]) : null,
            keys.Take(PageSize).Select(key => new XElement(
                Xml + "Contents", new XElement(Xml + "Key", key), new XElement(Xml + "Size", Objects[key].Length),
                new XElement(Xml + "LastModified", DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture))))));
    }

    private static Task RefuseAsync(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        return context.Request.Method == "HEAD" ? Task.CompletedTask : SayAsync(context, new XElement("Error", new XElement("Code", code)));
    }

    private static Task SayAsync(HttpContext context, XElement answer)
    {
        context.Response.ContentType = "application/xml";
        return context.Response.WriteAsync(answer.ToString());
    }
}
