using System.Diagnostics;
using System.Globalization;
using Extractor.Load.Benchmarks;

if (args is not [var program, var report, ..])
{
    Console.Error.WriteLine("""
        SERVICE REPORT [CLIENTS] [SECONDS] [KILOBYTES] [SETTING…]
        SERVICE is a published Extractor.Api, REPORT a .docx; half of the clients wait for each answer, half send jobs; one more sends a small report a second.
        They come from one address and count as one caller, so the service is told to take as many requests of a caller as so many callers may send.
        """);
    return 2;
}

int clients = Number(2, 100), seconds = Number(3, 300), kilobytes = Number(4, 1024);
string data = Directory.CreateTempSubdirectory("extractor-load-").FullName;
using Process service = Process.Start(new ProcessStartInfo(
    program,
    [
        "--urls", "http://127.0.0.1:0", "--Extractor:Storage:DataDirectory", data, "--Extractor:RateLimits:KeyPerSecond", $"{100 * clients}",
        "--Extractor:RateLimits:KeyBurst", $"{1000 * clients}", .. args.Skip(5),
    ])
{ RedirectStandardOutput = true })!;
try
{
    using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(3) };
    http.BaseAddress = new Uri(await AddressAsync(service));
    while (!(await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode)
    {
        await Task.Delay(100);
    }

    using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
    var reports = new LargeReport(report, kilobytes << 10);
    var work = new Clients(http, reports, await File.ReadAllBytesAsync(report), stop.Token);
    Tally extractions = new("large reports, answered at once"), jobs = new("large reports, taken as jobs"), done = new("jobs from sending to result");
    Tally small = new("one small report under load"), smallWaited = new("one small report, with the times it was told to come back");
    var memory = new MemoryWatch(service.Id);
    await Task.WhenAll(
        Enumerable.Range(0, clients).Select(i => i % 2 == 0 ? work.ExtractAsync(extractions) : work.QueueAsync(jobs, done))
            .Append(work.ProbeAsync(smallWaited, small)).Append(memory.RunAsync(stop.Token)));
    Console.WriteLine(FormattableString.Invariant($"{clients} clients, {reports.Length / 1024} KiB each, {seconds} s"));
    Tally[] all = [extractions, jobs, done, small, smallWaited];
    Array.ForEach(all, tally => tally.Print());
    memory.Print();
    Console.WriteLine($"errors: {all.Sum(tally => tally.Errors)}");
    return all.Sum(tally => tally.Errors) == 0 ? 0 : 1;
}
finally
{
    service.Kill(entireProcessTree: true);
    service.WaitForExit();
    Directory.Delete(data, recursive: true);
}

int Number(int at, int otherwise) => args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : otherwise;

static async Task<string> AddressAsync(Process service)
{
    const string Mark = "Now listening on: ";
    while (await service.StandardOutput.ReadLineAsync() is { } line)
    {
        if (line.Contains(Mark, StringComparison.Ordinal))
        {
            // Nobody reads the log, but somebody must take it.
            _ = service.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            return line[(line.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)..].Trim();
        }
    }

    throw new InvalidOperationException("The service did not start.");
}
