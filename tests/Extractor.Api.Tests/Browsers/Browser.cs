using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Extractor.Api.Tests.Browsers;

/// <summary>Chromium without a window, with a profile of its own, told what to do over its DevTools protocol.</summary>
internal sealed partial class Browser : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--remote-debugging-port=0",
    ];

    private readonly string _profile = GoneWithThisProcess.NewFolder("browser");
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> _asked = new();
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ClientWebSocket _page = new();
    private readonly Process _process;
    private Task _listening = Task.CompletedTask;
    private int _lastId;

    private Browser(string[] more) => _process = Process.Start(
        new ProcessStartInfo("/usr/bin/chromium", [.. Flags, .. more, $"--user-data-dir={_profile}", "about:blank"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;

    /// <summary>What the console of the page complained of so far: errors, warnings, violations of its policy, exceptions nobody caught.</summary>
    public IReadOnlyList<string> Complaints => [.. _complaints];

    public static async Task<Browser> StartAsync(params string[] more)
    {
        var browser = new Browser(more);
        try
        {
            using var limit = new CancellationTokenSource(Patience);
            await browser.AttachAsync(limit.Token);
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    public Task OpenAsync(Uri address) => AskAsync("Page.navigate", new JsonObject { ["url"] = address.ToString() });

    /// <summary>What an expression of JavaScript is in the page.</summary>
    public async Task<JsonNode?> EvaluateAsync(string expression)
    {
        JsonNode answer = await AskAsync("Runtime.evaluate", new JsonObject { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true });
        return answer["exceptionDetails"] is { } wrong ? throw new InvalidOperationException(wrong.ToJsonString()) : answer["result"]!["value"];
    }

    /// <summary>Waits until an expression is true; it is asked again and again, also over the loading of a page.</summary>
    public async Task WaitUntilAsync(string expression)
    {
        long start = Stopwatch.GetTimestamp();
        while (!await IsTrueAsync(expression))
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, $"Not so: {expression}. The page complained: {string.Join('\n', Complaints)}");
            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _page.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        await Task.WhenAny(_listening);
        _process.Dispose();
    }

    private async Task<bool> IsTrueAsync(string expression)
    {
        try
        {
            return (bool?)await EvaluateAsync(expression) == true;
        }
        catch (InvalidOperationException)
        {
            // The page is being loaded.
            return false;
        }
    }

    private async Task AttachAsync(CancellationToken cancellationToken)
    {
        _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        string? port = null;
        while (port is null && await _process.StandardError.ReadLineAsync(cancellationToken) is { } line)
        {
            port = Listening().Match(line) is { Success: true } match ? match.Groups[1].Value : null;
        }

        _ = _process.StandardError.ReadToEndAsync(CancellationToken.None);
        using var client = new HttpClient();
        JsonNode? page = null;
        while (page is null)
        {
            page = JsonNode.Parse(await client.GetStringAsync(new Uri($"http://127.0.0.1:{port}/json/list"), cancellationToken))!.AsArray()
                .FirstOrDefault(target => (string?)target!["type"] == "page");
        }

        await _page.ConnectAsync(new Uri((string)page["webSocketDebuggerUrl"]!), cancellationToken);
        _listening = ListenAsync();
        foreach (string domain in (string[])["Page", "Runtime", "Log"])
        {
            await AskAsync($"{domain}.enable", []);
        }
    }

    private async Task<JsonNode> AskAsync(string method, JsonObject parameters)
    {
        int id = Interlocked.Increment(ref _lastId);
        var answer = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[id] = answer;
        byte[] message = Encoding.UTF8.GetBytes(new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters }.ToJsonString());
        await _page.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        return await answer.Task.WaitAsync(Patience);
    }

    private async Task ListenAsync()
    {
        byte[] buffer = new byte[1 << 16];
        while (true)
        {
            using var message = new MemoryStream();
            ValueWebSocketReceiveResult part;
            do
            {
                part = await _page.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                message.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);

            if (part.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            Hear(JsonNode.Parse(message.ToArray())!);
        }
    }

    private void Hear(JsonNode message)
    {
        if ((int?)message["id"] is { } id && _asked.TryRemove(id, out TaskCompletionSource<JsonNode>? asked))
        {
            if (message["error"] is { } error)
            {
                asked.TrySetException(new InvalidOperationException(error.ToJsonString()));
                return;
            }

            asked.TrySetResult(message["result"]!);
            return;
        }

        JsonNode? parameters = message["params"];
        string? complaint = (string?)message["method"] switch
        {
            "Log.entryAdded" when (string?)parameters!["entry"]!["level"] is "error" or "warning" => parameters["entry"]!.ToJsonString(),
            "Runtime.exceptionThrown" => parameters!.ToJsonString(),
            "Runtime.consoleAPICalled" when (string?)parameters!["type"] is "error" or "warning" or "assert" => parameters.ToJsonString(),
            _ => null,
        };
        if (complaint is not null)
        {
            _complaints.Enqueue(complaint);
        }
    }

    [GeneratedRegex(@"DevTools listening on ws://127\.0\.0\.1:(\d+)/", RegexOptions.NonBacktracking)]
    private static partial Regex Listening();
}
