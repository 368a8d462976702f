using System.Net;
using System.Text.Json.Nodes;

namespace Extractor.Api.Tests.Jobs;

public sealed class ResultExplanationTests
{
    private const string Report = """
        ỦY BAN NHÂN DÂN
        XÃ MINH TÂN

        BÁO CÁO
        Công tác cải cách hành chính năm 2022

        Tổng số hồ sơ thủ tục hành chính đã tiếp nhận trong năm là 479 hồ sơ.
        """;

    [Fact]
    public async Task A_stored_result_is_explained_on_request_and_stays_as_it_is()
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();
        string address = (await client.RunAsync(Report)).Result();

        JsonNode plain = await (await client.GetAsync(address)).JsonAsync();
        JsonNode explained = await (await client.GetAsync(address + "?explain=true")).JsonAsync();

        Assert.DoesNotContain("\"explanation\"", plain.ToJsonString(), StringComparison.Ordinal);
        JsonArray fields = explained["fields"]!.AsArray();
        Assert.NotEmpty(fields);
        Assert.All(fields, field => Assert.NotNull(field!["explanation"]));
        Assert.Equal(plain["fields"]!.AsArray().Select(field => (string?)field!["code"]), fields.Select(field => (string?)field!["code"]));
        Assert.Equal((string?)plain["document"]!["fileName"], (string?)explained["document"]!["fileName"]);
        await (await client.GetAsync("/v1/results/999?explain=true")).ProblemAsync(404, "not-found");
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(address)).StatusCode);
        await (await client.GetAsync(address + "?explain=true")).ProblemAsync(410, "deleted");
    }

    [Fact]
    public async Task A_result_of_another_version_is_not_explained()
    {
        string data = DataFolder.Create();
        await using var api = new ApiFactory { Data = data };
        HttpClient client = api.CreateClient();
        string address = (await client.RunAsync(Report)).Result();
        // As if an update had come in between.
        await using (var database = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(data, "extractor.db")}"))
        {
            await database.OpenAsync();
            await using Microsoft.Data.Sqlite.SqliteCommand command = database.CreateCommand();
            command.CommandText = "UPDATE results SET model_version = 'older'";
            await command.ExecuteNonQueryAsync();
        }

        await (await client.GetAsync(address + "?explain=true")).ProblemAsync(409, "version-gone");
    }
}
