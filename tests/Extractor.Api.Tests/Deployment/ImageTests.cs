using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Extractor.Api.Tests.Deployment;

/// <summary>What deploy/ promises, as far as it can be tried without a registry of images: the steps of the Dockerfile, run in a folder of their own.</summary>
public sealed partial class ImageTests : IDisposable
{
    private readonly string _folder = GoneWithThisProcess.NewFolder("image");

    [Fact]
    public async Task What_the_Dockerfile_copies_can_be_published_and_the_published_service_answers()
    {
        string source = Path.Combine(_folder, "source");
        Directory.CreateDirectory(source);
        foreach (string copied in Copies(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "deploy", "Dockerfile"))))
        {
            Copy(Path.Combine(Repository.Root, copied), Path.Combine(source, copied));
        }

        string app = Path.Combine(_folder, "app");
        // Compiling the runtime too takes minutes and changes nothing but the time of a start.
        Assert.Equal((0, ""), await RunAsync("bash", Path.Combine(source, "scripts", "publish.sh"), app, "--quick"));

        (int exit, string schema) = await RunAsync(Path.Combine(app, "cli", "extractor"), "schema", "list");
        Assert.Equal(0, exit);
        Assert.Contains("cchc", schema, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(Path.Combine(app, "Extractor.Api")));
    }

    [Fact]
    public async Task The_image_can_dump_the_server_it_is_composed_with()
    {
        string image = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "deploy", "Dockerfile"));
        string composition = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "deploy", "compose.yaml"));

        int client = int.Parse(Client().Match(image).Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        int server = int.Parse(Server().Match(composition).Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

        Assert.True(server <= client, $"The client {client} refuses the server {server}.");
    }

    [Fact]
    public async Task The_unit_of_systemd_is_one()
    {
        string unit = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "deploy", "extractor.service"));
        string copy = Path.Combine(_folder, "extractor.service");
        await File.WriteAllTextAsync(copy, unit.Replace("/opt/extractor/Extractor.Api", "/bin/true", StringComparison.Ordinal));

        Assert.Equal((0, ""), await RunAsync("systemd-analyze", "verify", "--man=no", copy));
    }

    [Fact]
    public async Task Settings_that_deployments_make_are_settings_of_the_service()
    {
        string[] files = [.. new[] { "Dockerfile", "compose.yaml", "extractor.service" }.Select(name => File.ReadAllText(Path.Combine(Repository.Root, "deploy", name)))];
        string[] names = [.. files.SelectMany(text => Setting().Matches(text).Select(m => m.Value)).Distinct()];
        await using var api = new ApiFactory();
        Type[] options = [typeof(ApiOptions), typeof(Storage.StorageOptions), typeof(Workers.WorkerOptions), typeof(Extractor.Api.Telemetry.TelemetryOptions)];

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Contains(options, type => type.GetProperty(name.Split("__")[^1]) is not null));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<HttpStatusCode> AskAsync(string program)
    {
        using Process service = Process.Start(new ProcessStartInfo(
            program, ["--urls", "http://127.0.0.1:0", "--Extractor:Storage:DataDirectory", DataFolder.Create(), "--Extractor:Workers:Count", "1"])
        { RedirectStandardOutput = true })!;
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            string? line;
            do
            {
                line = await service.StandardOutput.ReadLineAsync(limit.Token);
            }
            while (line is not null && !Address().IsMatch(line));

            _ = service.StandardOutput.ReadToEndAsync(CancellationToken.None);
            using var client = new HttpClient { BaseAddress = new Uri(Address().Match(line!).Value) };
            HttpStatusCode status;
            do
            {
                await Task.Delay(50, limit.Token);
                status = (await client.GetAsync("/health/ready", limit.Token)).StatusCode;
            }
            while (status == HttpStatusCode.ServiceUnavailable);

            return status;
        }
        finally
        {
            service.Kill(entireProcessTree: true);
            await service.WaitForExitAsync();
        }
    }

    private static IEnumerable<string> Copies(string dockerfile) => dockerfile.Split('\n')
        .Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal))
        .SelectMany(line => line.Split(' ')[1..^1]);

    private static void Copy(string from, string to)
    {
        if (File.Exists(from))
        {
            File.Copy(from, to);
            return;
        }

        Directory.CreateDirectory(to);
        foreach (string entry in Directory.EnumerateFileSystemEntries(from).Where(e => Path.GetFileName(e) is not ("bin" or "obj")))
        {
            Copy(entry, Path.Combine(to, Path.GetFileName(entry)));
        }
    }

    private static async Task<(int Exit, string Output)> RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:\\d+")]
    private static partial Regex Address();

    [GeneratedRegex(@"postgresql-client-(\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex Client();

    [GeneratedRegex(@"image: postgres:(\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex Server();

    [GeneratedRegex("Extractor__[A-Za-z_]+")]
    private static partial Regex Setting();
}
