using System.Net;
using System.Text.Json.Nodes;
using Extractor.Models;

namespace Extractor.Api.Tests.Features;

public sealed class ServiceTests
{
    [Fact]
    public async Task Schemas_are_listed_and_found()
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();

        JsonNode list = await (await client.GetAsync("/v1/schemas")).JsonAsync();
        string family = (string)list[0]!["family"]!;
        byte[] schema = await client.GetByteArrayAsync($"/v1/schemas/{family}");

        Assert.Equal(FamilyCatalog.Names, list.AsArray().Select(item => (string)item!["family"]!));
        Assert.Equal(FamilyCatalog.Load(family).Indicators.Length, (int?)list[0]!["indicators"]);
        Assert.Equal(ExtractorJson.Serialize(FamilyCatalog.Load(family)), schema);
    }

    [Theory]
    [InlineData("/v1/schemas/none", 404, "unknown-family")]
    public async Task A_schema_that_is_not_there_is_a_problem(string path, int status, string code)
    {
        await using var api = new ApiFactory();

        await (await api.CreateClient().GetAsync(path)).ProblemAsync(status, code);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task The_service_says_that_it_is_well(string path)
    {
        await using var api = new ApiFactory();

        HttpResponseMessage response = await api.CreateClient().GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("ok", (string?)(await response.JsonAsync())["status"]);
    }

    [Fact]
    public async Task The_openapi_document_describes_files_results_and_problems()
    {
        await using var api = new ApiFactory();

        JsonNode document = await (await api.CreateClient().GetAsync("/openapi/v1.json")).JsonAsync();

        JsonNode post = document["paths"]!["/v1/extractions"]!["post"]!;
        Assert.StartsWith("3.1", (string?)document["openapi"], StringComparison.Ordinal);
        Assert.Equal("binary", (string?)post["requestBody"]!["content"]!["multipart/form-data"]!["schema"]!["properties"]!["file"]!["format"]);
        Assert.Equal(["200", "400", "401", "403", "408", "413", "415", "422", "429", "503"], post["responses"]!.AsObject().Select(r => r.Key).Order(StringComparer.Ordinal));
        JsonNode result = document["components"]!["schemas"]!["ExtractionResult"]!["properties"]!;
        Assert.Equal(
            ["schema", "document", "report", "fields", "rows", "findings", "warnings", "coverage"],
            result.AsObject().Select(property => property.Key));
        JsonNode box = document["components"]!["schemas"]!["Box"]!;
        Assert.Equal((4, "number"), ((int)box["maxItems"]!, (string?)box["items"]!["type"]));
        Assert.Equal("integer", (string?)document["components"]!["schemas"]!["ResultRow"]!["properties"]!["table"]!["type"]);
        Assert.NotNull(document["components"]!["schemas"]!["Field"]!["properties"]!["explanation"]);
        Assert.NotNull(document["components"]!["schemas"]!["ExplanationParts"]!["properties"]!["agreement"]);
        Assert.Contains(post["parameters"]!.AsArray(), p => (string?)p!["name"] == "explain" && (string?)p["in"] == "query" && p["required"] is null);
        Assert.Contains("9_months", document.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_to_try_it_is_served()
    {
        await using var api = new ApiFactory();

        HttpResponseMessage response = await api.CreateClient().GetAsync("/");

        Assert.Equal("/docs/index.html", response.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains("swagger-ui", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
