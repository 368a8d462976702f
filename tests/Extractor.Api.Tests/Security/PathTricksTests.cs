using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Extractor.Api.Tests.Jobs;

namespace Extractor.Api.Tests.Security;

/// <summary>Names and entries that want to be paths.</summary>
public sealed class PathTricksTests
{
    private const int LinkAttributes = unchecked((int)0xA1FF0000);

    private static readonly string Fixture = Path.Combine(Repository.Fixtures, "hong-hai-2023-year", "hong-hai-2023-year.docx");

    [Theory]
    [InlineData("../../escaped.txt")]
    [InlineData("..\\..\\escaped.txt")]
    [InlineData("/tmp/extractor-escaped.txt")]
    [InlineData("C:\\Windows\\escaped.txt")]
    [InlineData("..%2f..%2fescaped.txt")]
    [InlineData("....//....//escaped.txt")]
    [InlineData("extractor.db")]
    [InlineData("keys/escaped.xml")]
    [InlineData("con.txt")]
    [InlineData("a;rm -rf $HOME.txt")]
    public async Task No_name_of_a_file_reaches_the_disk(string name)
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();
        using var form = new MultipartFormDataContent();
        var part = new ByteArrayContent(Encoding.UTF8.GetBytes(JobTests.Report));
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{name.Replace("\\", "\\\\", StringComparison.Ordinal)}\"");
        form.Add(part);

        HttpResponseMessage accepted = await client.SubmitAsync(form);
        JsonNode job = await client.EndOfAsync(accepted.Headers.Location!.ToString());

        Assert.Equal(["notAReport"], job.States());
        Assert.DoesNotContain('/', (string)job["documents"]![0]!["fileName"]!);
        Assert.DoesNotContain('\\', (string)job["documents"]![0]!["fileName"]!);
        string sha256 = (string)job["documents"]![0]!["sha256"]!;
        string[] files = [.. Directory.EnumerateFiles(api.Data, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(api.Data, file))];
        Assert.Equal([sha256], files.Where(file => file.StartsWith("originals", StringComparison.Ordinal)).Select(Path.GetFileName));
        Assert.DoesNotContain(files, file => file.Contains("escaped", StringComparison.Ordinal));
        Assert.False(File.Exists("/tmp/extractor-escaped.txt"));
        Assert.False(File.Exists(Path.Combine(api.Data, "..", "escaped.txt")));
    }

    [Theory]
    [InlineData("../../../../tmp/extractor-slip.txt")]
    [InlineData("/tmp/extractor-slip.txt")]
    [InlineData("word/../../../tmp/extractor-slip.txt")]
    [InlineData("..\\..\\tmp\\extractor-slip.txt")]
    [InlineData("word\\document.xml")]
    public async Task Entries_with_paths_that_lead_outside_are_never_written(string entry)
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();
        JsonNode plain = await (await client.PostAsync("/v1/extractions", new ByteArrayContent(await File.ReadAllBytesAsync(Fixture)))).JsonAsync();

        HttpResponseMessage response = await client.PostAsync("/v1/extractions", new ByteArrayContent(await WithEntryAsync(entry, "slipped", 0)));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(plain["fields"]!.ToJsonString(), (await response.JsonAsync())["fields"]!.ToJsonString());
        Assert.False(File.Exists("/tmp/extractor-slip.txt"));
        Assert.Empty(Directory.EnumerateFiles(api.Data, "*slip*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("word/media/link.png", 200)]
    [InlineData("word/document.xml", 422)]
    public async Task An_entry_that_says_it_is_a_link_leads_nowhere(string entry, int status)
    {
        await using var api = new ApiFactory();

        HttpResponseMessage response = await api.CreateClient().PostAsync(
            "/v1/extractions", new ByteArrayContent(await WithEntryAsync(entry, "/etc/passwd", LinkAttributes)));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.DoesNotContain("root:", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script></html>", "evil.html")]
    [InlineData("#!/bin/sh\necho owned", "run.sh")]
    [InlineData("<svg onload=alert(1)>", "x.svg\"; filename=\"y.exe")]
    public async Task An_original_is_an_attachment_of_no_type_whatever_it_is(string content, string name)
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();
        using var form = new MultipartFormDataContent();
        var part = new ByteArrayContent(Encoding.UTF8.GetBytes($"{JobTests.Report}\n{content}"));
        part.Headers.TryAddWithoutValidation("Content-Type", "text/html");
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename*=UTF-8''{Uri.EscapeDataString(name)}");
        form.Add(part);
        JsonNode job = await client.EndOfAsync((await client.SubmitAsync(form)).Headers.Location!.ToString());

        HttpResponseMessage original = await client.GetAsync(job.Result() + "/original");

        Assert.Equal("application/octet-stream", original.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            $"attachment; filename={job["documents"]![0]!["sha256"]}; filename*=UTF-8''{job["documents"]![0]!["sha256"]}",
            original.Content.Headers.GetValues("Content-Disposition").Single());
        Assert.Equal(["nosniff"], original.Headers.GetValues("X-Content-Type-Options"));
        Assert.Contains("sandbox", original.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.EndsWith(content, await original.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_taken_while_the_disk_is_almost_full()
    {
        await using var api = new ApiFactory(("Jobs:MinFreeMegabytes", "1073741824"));
        HttpClient client = api.CreateClient();

        await (await client.SubmitAsync(JobRequests.Files("a"))).ProblemAsync(507, "storage-full");
        await (await client.PostAsync("/v1/campaigns?name=a", JobRequests.Files("a"))).ProblemAsync(507, "storage-full");

        Assert.False(Directory.Exists(Path.Combine(api.Data, "originals")) && Directory.EnumerateFiles(Path.Combine(api.Data, "originals"), "*", SearchOption.AllDirectories).Any());
    }

    // A report with one entry more, or with another content of one it has.
    private static async Task<byte[]> WithEntryAsync(string name, string content, int attributes)
    {
        using var file = new MemoryStream();
        await file.WriteAsync(await File.ReadAllBytesAsync(Fixture));
        await using (ZipArchive archive = await ZipArchive.CreateAsync(file, ZipArchiveMode.Update, leaveOpen: true, entryNameEncoding: null))
        {
            archive.GetEntry(name)?.Delete();
            ZipArchiveEntry entry = archive.CreateEntry(name);
            entry.ExternalAttributes = attributes;
            await using Stream stream = await entry.OpenAsync();
            await stream.WriteAsync(Encoding.UTF8.GetBytes(content));
        }

        return file.ToArray();
    }
}
