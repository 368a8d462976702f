using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Extractor.Api.Tests.Chaos;

/// <summary>The service as a process of its own that can be killed and started again on the same data.</summary>
internal sealed partial class ServiceProcess(string data, params string[] settings) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    // Another build of the service to kill, such as one compiled ahead of time.
    private static readonly string Service = Environment.GetEnvironmentVariable("EXTRACTOR_CHAOS_SERVICE") ?? typeof(Program).Assembly.Location;

    private Process? _process;

    public HttpClient Client { get; private set; } = new();

    /// <summary>Whether the process that was started last still runs.</summary>
    public bool IsRunning => _process is { HasExited: false };

    /// <summary>Starts the service and waits until it listens; workers become warm meanwhile.</summary>
    public async Task StartAsync()
    {
        // A program that brings its runtime along is started by itself.
        bool isProgram = !Service.EndsWith(".dll", StringComparison.Ordinal);
        _process = Process.Start(new ProcessStartInfo(isProgram ? Service : "dotnet",
        [
            .. isProgram ? Array.Empty<string>() : [Service], "--urls", "http://127.0.0.1:0", "--Extractor:Storage:DataDirectory", data, .. settings,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information" },
        })!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        var output = new List<string>();
        using var limit = new CancellationTokenSource(Patience);
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            output.Add(line);
            if (Address().Match(line) is { Success: true } match)
            {
                Client = new HttpClient { BaseAddress = new Uri(match.Value) };
                _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return;
            }
        }

        throw new InvalidOperationException($"The service did not start: {string.Join('\n', output)}");
    }

    /// <summary>Ends the process as a power cut would: no handler runs.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Ends one of the service's workers, if it has any at the moment.</summary>
    public bool KillWorker(Random random)
    {
        int[] workers = [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => name!.All(char.IsAsciiDigit))
            .Select(name => int.Parse(name!, System.Globalization.CultureInfo.InvariantCulture)).Where(IsWorker)];
        if (workers.Length == 0)
        {
            return false;
        }

        try
        {
            using Process worker = Process.GetProcessById(workers[random.Next(workers.Length)]);
            worker.Kill();
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // Gone by itself in between.
            return false;
        }
    }

    // The fourth field of /proc/PID/stat is the parent; the second may hold blanks, but ends with the last parenthesis (proc(5)).
    private bool IsWorker(int id)
    {
        try
        {
            string stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1] == $"{_process?.Id}";
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Sends a request again and again until the service takes it, as a client with an idempotency key may.</summary>
    public async Task<HttpResponseMessage> InsistAsync(Func<HttpRequestMessage> request)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                HttpResponseMessage response = await Client.SendAsync(request(), limit.Token);
                if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable))
                {
                    return response;
                }
            }
            catch (HttpRequestException)
            {
                // Dead at the moment.
            }

            await Task.Delay(50, limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_process is not null)
        {
            await KillAsync();
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
