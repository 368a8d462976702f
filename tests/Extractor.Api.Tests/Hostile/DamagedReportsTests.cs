using System.Globalization;
using System.Net;
using Extractor.Api.Tests.Chaos;
using Extractor.Api.Tests.Jobs;

namespace Extractor.Api.Tests.Hostile;

/// <summary>Reports with random damage go through the whole service with its workers. The long suite sends 1,000 (EXTRACTOR_HOST_MUTATIONS).</summary>
public sealed class DamagedReportsTests
{
    private const int FilesPerJob = 20;

    private static readonly string[] Named =
        ["done", "needsReview", "notAReport", "duplicate", "encrypted", "damaged", "unsupported", "timedOut", "quarantined"];

    [Fact]
    public async Task The_service_outlives_them_each_has_its_named_state_and_a_sound_report_among_them_is_read()
    {
        int count = int.Parse(Environment.GetEnvironmentVariable("EXTRACTOR_HOST_MUTATIONS") ?? "60", CultureInfo.InvariantCulture);
        await using var service = new ServiceProcess(DataFolder.Create(), "--Extractor:Workers:Count", "2");
        await service.StartAsync();
        byte[] sound = HostileFiles.Make("word file named.pdf").Bytes;

        List<string> jobs = [];
        foreach (int[] seeds in Enumerable.Range(0, count).Chunk(FilesPerJob))
        {
            jobs.Add(await SubmitAsync(service, [.. seeds.Select(DamagedReports.Make), [.. sound, (byte)jobs.Count]]));
        }

        List<string> states = [];
        foreach (string job in jobs)
        {
            string[] ended = (await service.Client.EndOfAsync(job)).States();
            Assert.Contains(ended[^1], new[] { "done", "needsReview" });
            states.AddRange(ended[..^1]);
        }

        Assert.Equal(count, states.Count);
        Assert.All(states, state => Assert.Contains(state, Named));
        Assert.Contains("damaged", states);
        Assert.DoesNotContain("quarantined", states);
        Assert.Equal(HttpStatusCode.OK, (await service.Client.GetAsync("/health/ready")).StatusCode);
        Assert.Empty((await (await service.Client.GetAsync("/v1/quarantine")).JsonAsync())["items"]!.AsArray());
        Assert.True(service.IsRunning);
    }

    private static async Task<string> SubmitAsync(ServiceProcess service, IReadOnlyList<byte[]> files)
    {
        using HttpResponseMessage accepted = await service.InsistAsync(() =>
        {
            var form = new MultipartFormDataContent();
            for (int i = 0; i < files.Count; i++)
            {
                form.Add(new ByteArrayContent(files[i]), "file", $"{i}.docx");
            }

            return new HttpRequestMessage(HttpMethod.Post, "/v1/jobs") { Content = form };
        });
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        return accepted.Headers.Location!.ToString();
    }
}
