using System.Text.Json;
using System.Text.Json.Nodes;
using Extractor.Api.Tests.Chaos;
using Extractor.Client;
using NJsonSchema;

namespace Extractor.Api.Tests.Client;

/// <summary>
/// The contract as it is published, and a client a generator made of it that talks to the real service. The file openapi.json beside this test is what the
/// client is made of at build; EXTRACTOR_UPDATE_GOLDENS=1 writes it anew.
/// </summary>
public sealed class ContractTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_contract_the_client_is_made_of_is_that_of_the_service()
    {
        string file = Path.Combine(Repository.Root, "tests", "Extractor.Api.Tests", "Client", "openapi.json");
        JsonNode served = await ServedAsync();
        served.AsObject().Remove("servers");
        string now = served.ToJsonString(Readable) + "\n";
        if (Environment.GetEnvironmentVariable("EXTRACTOR_UPDATE_GOLDENS") is not null)
        {
            await File.WriteAllTextAsync(file, now);
        }

        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(await File.ReadAllTextAsync(file)), JsonNode.Parse(now)),
            "The contract has changed: look at the difference, then write it with EXTRACTOR_UPDATE_GOLDENS=1.");
    }

    [Fact]
    public async Task Every_operation_has_examples_that_obey_their_schemas()
    {
        JsonNode contract = await ServedAsync();
        JsonNode definitions = JsonNode.Parse(contract["components"]!["schemas"]!.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal))!;
        var wrong = new List<string>();
        int examples = 0;
        foreach ((string name, JsonNode media) in Media(contract))
        {
            if (media["example"] is not { } example)
            {
                wrong.Add($"{name}: no example");
                continue;
            }

            JsonNode schema = JsonNode.Parse(media["schema"]?.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal) ?? "{}")!;
            JsonSchema known = await JsonSchema.FromJsonAsync(new JsonObject { ["definitions"] = definitions.DeepClone(), ["allOf"] = new JsonArray(schema) }.ToJsonString());
            wrong.AddRange(known.Validate(example.ToJsonString()).Select(error => $"{name}: {error}"));
            examples++;
        }

        Assert.True(examples > 60, $"only {examples}");
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Operations_that_need_a_key_say_so_and_every_one_can_be_told_to_wait()
    {
        JsonNode contract = await ServedAsync();
        foreach (JsonNode? operation in contract["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(operation => operation.Value))
        {
            Assert.Equal(operation!["responses"]!["401"] is not null, operation["security"] is JsonArray { Count: 2 });
            Assert.NotNull(operation["responses"]!["429"]);
            Assert.False(string.IsNullOrEmpty((string?)operation["summary"]));
        }

        Assert.Equal("bearer", (string?)contract["components"]!["securitySchemes"]!["bearer"]!["scheme"]);
    }

    [Fact]
    public async Task A_generated_client_reads_reports_and_finds_them_again()
    {
        await using var service = new ServiceProcess(DataFolder.Create(), "--Extractor:Workers:Count", "1");
        await service.StartAsync();
        var client = new ExtractorClient(service.Client);
        await WaitAsync(async () => (await client.ReadyAsync()).Status == "ok");

        ExtractionResult result = await client.ExtractAsync(file: Report());
        JobAnswer job = await client.SubmitJobAsync(file: [Report(), new FileParameter(new MemoryStream("%PDF-1.7"u8.ToArray()), "bad.pdf")]);
        await WaitAsync(async () => (job = await client.FindJobAsync(job.Id)).State == JobState.Finished);
        ExtractionResult stored = await client.FindResultAsync(job.Documents.First().Result!.Id);
        Series series = await client.ListIndicatorValuesAsync(result.Fields.First(field => field.Value is not null).Code, agency: "hong hai");

        Assert.True(result.Fields.Count > 50, $"only {result.Fields.Count}");
        Assert.Equal(result.Fields.Select(field => (field.Code, field.Value)), stored.Fields.Select(field => (field.Code, field.Value)));
        Assert.Equal(DocumentState.Damaged, job.Documents.Last().State);
        Assert.Equal(2023, Assert.Single(series.Items).Period!.Year);
        Assert.Single((await client.ListReportsAsync(fromYear: 2023, level: "commune")).Items);
        ApiException<ProblemDetails> missing = await Assert.ThrowsAsync<ApiException<ProblemDetails>>(() => client.FindResultAsync(999));
        Assert.Equal((404, "https://extractor.local/problems/not-found"), (missing.StatusCode, missing.Result.Type));

        KeyAnswer key = await client.CreateKeyAsync(new NewKey { Name = "a", Scopes = ["admin"] });
        Assert.Equal(401, (await Assert.ThrowsAsync<ApiException<ProblemDetails>>(() => client.ListKeysAsync())).StatusCode);
        service.Client.DefaultRequestHeaders.Authorization = new("Bearer", key.Key);
        WebhookAnswer webhook = await client.CreateWebhookAsync(new NewWebhook { Url = "https://example.com/", Events = ["job.ended"] });
        Assert.StartsWith("whsec_", webhook.Secret, StringComparison.Ordinal);
        await client.DeleteWebhookAsync(webhook.Id);
        Assert.Equal(404, (await Assert.ThrowsAsync<ApiException<ProblemDetails>>(() => client.FindWebhookAsync(webhook.Id))).StatusCode);
        long id = job.Documents.First().Result!.Id;
        await client.DeleteResultAsync(id);
        Assert.Equal(410, (await Assert.ThrowsAsync<ApiException<ProblemDetails>>(() => client.FindResultAsync(id))).StatusCode);
    }

    private static FileParameter Report() => new(
        File.OpenRead(Path.Combine(Repository.Fixtures, "hong-hai-2023-year", "hong-hai-2023-year.docx")), "hong-hai-2023-year.docx");

    private static async Task WaitAsync(Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (true)
        {
            try
            {
                if (await isSo())
                {
                    return;
                }
            }
            catch (ApiException exception) when (exception.StatusCode is 503 or 429)
            {
                // Not yet.
            }

            await Task.Delay(50, limit.Token);
        }
    }

    private static async Task<JsonNode> ServedAsync()
    {
        await using var api = new ApiFactory();
        return await (await api.CreateClient().GetAsync("/openapi/v1.json")).JsonAsync();
    }

    // Bodies in JSON, and answers in any type but the binary ones, which no example can show.
    private static IEnumerable<(string Name, JsonNode Media)> Media(JsonNode contract)
    {
        foreach ((string path, JsonNode? methods) in contract["paths"]!.AsObject())
        {
            foreach ((string method, JsonNode? operation) in methods!.AsObject())
            {
                if (operation!["requestBody"]?["content"]?["application/json"] is { } body)
                {
                    yield return ($"{method} {path} request", body);
                }

                foreach ((string status, JsonNode? response) in operation["responses"]!.AsObject())
                {
                    foreach ((string type, JsonNode? media) in (response!["content"] as JsonObject) ?? [])
                    {
                        if ((string?)media!["schema"]?["format"] != "binary")
                        {
                            yield return ($"{method} {path} {status} {type}", media);
                        }
                    }
                }
            }
        }
    }
}
