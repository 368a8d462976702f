using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Extractor.Api.Features;

/// <summary>Answers whose entity tag is a digest of what they say, so that a client that has it already is told only that.</summary>
internal sealed class TaggedJson(IOptions<JsonOptions> json)
{
    private const string JsonType = "application/json; charset=utf-8";
    private const int TagLength = 22;

    public FileContentHttpResult Of<T>(T answer)
    {
        byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(answer, json.Value.SerializerOptions);
        string tag = Convert.ToHexStringLower(SHA256.HashData(bytes))[..TagLength];
        return TypedResults.Bytes(bytes, JsonType, entityTag: new EntityTagHeaderValue($"\"{tag}\""));
    }
}
