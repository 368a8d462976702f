using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Extractor.Api.Tests.Work;

/// <summary>The service as a process of its own, with its workers.</summary>
public sealed partial class RealServiceTests : IAsyncLifetime, IDisposable
{
    private readonly Process _service = Process.Start(new ProcessStartInfo(
        "dotnet", [typeof(Program).Assembly.Location, "--urls", "http://127.0.0.1:0", "--Extractor:Workers:Count", "2",
            "--Extractor:Storage:DataDirectory", DataFolder.Create()])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment = { ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information" },
    })!;

    private readonly HttpClient _client = new();

    public async Task InitializeAsync()
    {
        _service.ErrorDataReceived += (_, _) => { };
        _service.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await _service.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (Address().Match(line) is { Success: true } match)
            {
                _client.BaseAddress = new Uri(match.Value);
                break;
            }
        }

        _ = _service.StandardOutput.ReadToEndAsync(CancellationToken.None);
        while ((await _client.GetAsync("/health/ready", limit.Token)).StatusCode != HttpStatusCode.OK)
        {
            await Task.Delay(50, limit.Token);
        }
    }

    [Fact]
    public async Task A_report_is_read_by_a_worker_and_stopping_the_service_ends_all_of_them()
    {
        int[] workers = await WorkersAsync();

        HttpResponseMessage response = await _client.PostAsync("/v1/extractions", Requests.Form("BÁO CÁO\nNăm 2022"));
        using Process terminate = Process.Start("kill", ["-TERM", _service.Id.ToString(CultureInfo.InvariantCulture)]);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(_service.WaitForExit(TimeSpan.FromSeconds(30)));
        Assert.Equal(0, _service.ExitCode);
        Assert.DoesNotContain(workers, IsRunning);
    }

    [Fact]
    public async Task Killing_the_service_leaves_no_orphan()
    {
        int[] workers = await WorkersAsync();

        _service.Kill();

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (workers.Any(IsRunning))
        {
            await Task.Delay(20, limit.Token);
        }
    }

    public Task DisposeAsync()
    {
        _service.Kill(entireProcessTree: true);
        _service.WaitForExit();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _client.Dispose();
        _service.Dispose();
    }

    // The second worker may need a moment longer than readiness.
    private async Task<int[]> WorkersAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            int[] workers = [.. Directory.GetDirectories($"/proc/{_service.Id}/task")
                .SelectMany(task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
            if (workers.Length == 2)
            {
                return workers;
            }

            await Task.Delay(20, limit.Token);
        }
    }

    private static bool IsRunning(int process) =>
        File.Exists($"/proc/{process}/stat") && !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);

    [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
