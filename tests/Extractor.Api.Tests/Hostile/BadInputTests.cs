using System.Net;

namespace Extractor.Api.Tests.Hostile;

/// <summary>Every bad file, read by a real worker, ends in a result or in a problem of its own kind, and the service goes on.</summary>
public sealed class BadInputTests : IClassFixture<BadInputTests.Service>
{
    private readonly Service _service;

    public BadInputTests(Service service) => _service = service;

    public static TheoryData<string> Files() => [.. HostileFiles.Names];

    [Theory, MemberData(nameof(Files))]
    public async Task A_bad_file_is_a_problem_with_its_reason(string name)
    {
        (byte[] bytes, string? error) = HostileFiles.Make(name);
        HttpClient client = _service.Api.CreateClient();

        HttpResponseMessage response = await client.PostAsync("/v1/extractions", new ByteArrayContent(bytes));

        if (error is null)
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
        else
        {
            await response.ProblemAsync(error == "unsupported-format" ? 415 : 422, error);
        }

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
    }

    /// <summary>One service for all files: none of them may harm the next.</summary>
    public sealed class Service : IDisposable
    {
        internal ApiFactory Api { get; } = new ApiWithWorkers();

        public void Dispose() => Api.Dispose();
    }
}
