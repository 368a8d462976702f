using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Extractor.Load.Benchmarks;

/// <summary>What the clients do, over and over until they are stopped. A client that is told to come back does so when it was told.</summary>
internal sealed class Clients(HttpClient http, LargeReport reports, byte[] smallReport, CancellationToken stopping)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    /// <summary>Sends large reports and waits for each answer.</summary>
    public Task ExtractAsync(Tally tally) => KeepDoingAsync(tally, async () =>
        await SendAsync("/v1/extractions", reports.Next(), "report.docx", tally) is not null);

    /// <summary>Sends one small report a second: somebody at the page while the others work.</summary>
    public Task ProbeAsync(Tally tally, Tally first) => KeepDoingAsync(tally, async () =>
    {
        await Task.Delay(TimeSpan.FromSeconds(1), stopping);
        long start = Stopwatch.GetTimestamp();
        bool isDone = await SendAsync("/v1/extractions", smallReport, "small.docx", first) is not null;
        while (!isDone)
        {
            isDone = await SendAsync("/v1/extractions", smallReport, "small.docx", first) is not null;
        }

        tally.Took(Stopwatch.GetElapsedTime(start));
        return true;
    });

    /// <summary>Sends large reports as jobs and asks for each until it is done.</summary>
    public Task QueueAsync(Tally tally, Tally done) => KeepDoingAsync(tally, async () =>
    {
        long start = Stopwatch.GetTimestamp();
        if (await SendAsync("/v1/jobs", reports.Next(), "report.docx", tally) is not { } answer)
        {
            return false;
        }

        string id = answer.GetProperty("id").GetString()!;
        while (true)
        {
            await Task.Delay(Poll, stopping);
            using HttpResponseMessage response = await http.GetAsync(new Uri($"/v1/jobs/{id}", UriKind.Relative), stopping);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                done.Count(StatusOf(response));
                await WaitAsync(response);
                continue;
            }

            using var job = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(stopping));
            JsonElement progress = job.RootElement.GetProperty("progress");
            if (progress.GetProperty("finished").GetInt32() == progress.GetProperty("total").GetInt32())
            {
                done.Count(job.RootElement.GetProperty("documents")[0].GetProperty("state").GetString() is "done" or "needsReview" ? "done" : "not read");
                done.Took(Stopwatch.GetElapsedTime(start));
                return true;
            }
        }
    });

    private async Task<JsonElement?> SendAsync(string path, byte[] report, string name, Tally tally)
    {
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(report);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "file", name);
        long start = Stopwatch.GetTimestamp();
        using HttpResponseMessage response = await http.PostAsync(new Uri(path, UriKind.Relative), form, stopping);
        byte[] body = await response.Content.ReadAsByteArrayAsync(stopping);
        tally.Count(StatusOf(response));
        if (!response.IsSuccessStatusCode)
        {
            await WaitAsync(response);
            return null;
        }

        tally.Took(Stopwatch.GetElapsedTime(start));
        using var json = JsonDocument.Parse(body);
        return json.RootElement.Clone();
    }

    private static string StatusOf(HttpResponseMessage response) => $"{(int)response.StatusCode}";

    private Task WaitAsync(HttpResponseMessage response) => Task.Delay(response.Headers.RetryAfter?.Delta ?? Poll, stopping);

    private async Task KeepDoingAsync(Tally tally, Func<Task<bool>> step)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await step();
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or TaskCanceledException)
            {
                tally.Count(exception.GetType().Name);
                await Task.WhenAny(Task.Delay(Poll, stopping));
            }
        }
    }
}
