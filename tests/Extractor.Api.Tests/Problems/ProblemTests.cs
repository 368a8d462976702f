using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Extractor.Api.Problems;

namespace Extractor.Api.Tests.Problems;

public sealed class ProblemTests
{
    [Theory]
    [InlineData("GET", "/nowhere", null, 404, "not-found")]
    [InlineData("GET", "/v1/results/no-number", null, 404, "not-found")]
    [InlineData("GET", "/v1/extractions", null, 405, "method-not-allowed")]
    [InlineData("PUT", "/v1/keys", "{}", 405, "method-not-allowed")]
    [InlineData("POST", "/v1/keys", "name=x", 415, "unsupported-media-type")]
    [InlineData("POST", "/v1/keys", "{ broken", 400, "invalid-request")]
    [InlineData("POST", "/v1/keys", "{}", 400, "invalid-request")]
    [InlineData("POST", "/v1/keys", "null", 400, "invalid-request")]
    [InlineData("POST", "/v1/keys", """{"name":null,"scopes":[null]}""", 400, "invalid-request")]
    [InlineData("POST", "/v1/webhooks", """{"url":"https://a.example/"}""", 400, "invalid-request")]
    [InlineData("POST", "/v1/webhooks", """{"url":"https://a.example/","events":[null]}""", 400, "invalid-request")]
    [InlineData("POST", "/v1/webhooks", "{}", 422, "receiver-refused")]
    [InlineData("POST", "/v1/keys", "", 400, "invalid-request")]
    [InlineData("GET", "/v1/reports?limit=many", null, 400, "invalid-request")]
    [InlineData("GET", "/v1/jobs/x?from=-1", null, 400, "invalid-request")]
    public async Task What_never_reaches_an_operation_is_a_problem_of_a_stable_type_too(string method, string path, string? body, int status, string code)
    {
        await using var api = new ApiFactory();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, status == 415 ? "application/x-www-form-urlencoded" : "application/json");
        }

        HttpResponseMessage response = await api.CreateClient().SendAsync(request);

        JsonNode problem = await response.ProblemAsync(status, code);
        Assert.Equal(response.Headers.GetValues("X-Request-Id").Single(), (string?)problem["requestId"]);
        Assert.DoesNotContain("Extractor.", problem.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(status == 405, response.Content.Headers.Allow.Count > 0);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml")]
    [InlineData("image/*;q=0.5")]
    public async Task A_client_that_asks_for_another_type_gets_the_problem_all_the_same(string accept)
    {
        await using var api = new ApiFactory();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/schemas/none");
        request.Headers.TryAddWithoutValidation("Accept", accept);

        await (await api.CreateClient().SendAsync(request)).ProblemAsync(404, "unknown-family");
    }

    [Theory]
    [InlineData(418, 418, "invalid-request")]
    [InlineData(502, 502, "internal")]
    [InlineData(503, 503, "storage-unavailable")]
    [InlineData(406, 406, "not-acceptable")]
    public void A_status_nobody_thought_of_has_a_type(int status, int expected, string code)
    {
        Problem problem = HttpProblem.Of(status);

        Assert.Equal((expected, code), (problem.Status, problem.Code));
    }

    [Fact]
    public void Every_kind_of_problem_has_its_own_code_and_both_languages_and_stands_in_the_document()
    {
        Problem[] all = [.. typeof(Problem).Assembly.GetTypes().Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .SelectMany(field => field.FieldType == typeof(Problem) ? [(Problem)field.GetValue(null)!]
                : field.GetValue(null) is Dictionary<string, Problem> known ? known.Values.ToArray() : [])
            .Distinct()];
        string document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "problems.md"));

        Assert.True(all.Length > 25, $"only {all.Length}");
        Assert.All(all, problem =>
        {
            Assert.Matches("^[a-z]+(-[a-z]+)*$", problem.Code);
            Assert.InRange(problem.Status, 400, 599);
            Assert.NotEqual(problem.Title.Vi, problem.Title.En);
            Assert.Contains($"| `{problem.Code}` | {problem.Status} |", document, StringComparison.Ordinal);
        });
        Assert.Empty(all.GroupBy(problem => (problem.Code, problem.Status)).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.Equal(all.Length, document.Split('\n').Count(line => line.StartsWith("| `", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_error_of_the_program_tells_nothing_of_the_inside()
    {
        await using var api = new ApiFactory();

        HttpResponseMessage response = await api.CreateClient().PostAsync("/v1/extractions", Requests.Raw("fake bug"));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
