using System.Text;
using System.Text.Json.Nodes;

namespace Extractor.Api.Tests.Jobs;

/// <summary>What tests of jobs do over and over.</summary>
internal static class JobRequests
{
    public static MultipartFormDataContent Files(params string[] contents)
    {
        var form = new MultipartFormDataContent();
        for (int i = 0; i < contents.Length; i++)
        {
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(contents[i])), "file", $"báo cáo {i}.txt");
        }

        return form;
    }

    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient client, HttpContent content, string? idempotencyKey = null, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/jobs" + query) { Content = content };
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        return await client.SendAsync(request);
    }

    /// <summary>Submits files and waits until all are at their end.</summary>
    public static async Task<JsonNode> RunAsync(this HttpClient client, params string[] contents)
    {
        using HttpResponseMessage response = await client.SubmitAsync(Files(contents));
        return await client.EndOfAsync(response.Headers.Location!.ToString());
    }

    public static async Task<JsonNode> EndOfAsync(this HttpClient client, string address)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (true)
        {
            JsonNode job = await (await client.GetAsync(address, limit.Token)).JsonAsync();
            if ((string?)job["state"] is "finished" or "cancelled")
            {
                return job;
            }

            await Task.Delay(20, limit.Token);
        }
    }

    public static string[] States(this JsonNode job) => [.. job["documents"]!.AsArray().Select(document => (string)document!["state"]!)];

    public static string Result(this JsonNode job, int document = 0) => (string)job["documents"]![document]!["result"]!["href"]!;
}
