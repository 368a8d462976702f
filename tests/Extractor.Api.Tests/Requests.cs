using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Extractor.Api.Tests;

/// <summary>Requests the tests send.</summary>
internal static class Requests
{
    public static HttpContent Raw(string content) => new ByteArrayContent(Encoding.UTF8.GetBytes(content));

    public static MultipartFormDataContent Form(string content, string fileName = "report.txt", string part = "file")
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        return new MultipartFormDataContent { { file, part, fileName } };
    }

    public static async Task<JsonNode> JsonAsync(this HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    /// <summary>Checks that the answer is the problem and gives its body.</summary>
    public static async Task<JsonNode> ProblemAsync(this HttpResponseMessage response, int status, string code)
    {
        JsonNode problem = await response.JsonAsync();
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal((status, $"https://extractor.local/problems/{code}"), ((int)response.StatusCode, (string?)problem["type"]));
        Assert.Equal(status, (int?)problem["status"]);
        Assert.NotEmpty(response.Content.Headers.ContentLanguage);
        Assert.False(string.IsNullOrEmpty((string?)problem["title"]));
        return problem;
    }
}
