using System.Globalization;

namespace Extractor.Pdf.Tests.Fuzzing;

/// <summary>
/// Damaged real files end in pages or in a <see cref="PdfException"/>, nothing else, and in time. Three hundred files in every run of the suite;
/// EXTRACTOR_FUZZ_RUNS asks for more, EXTRACTOR_FUZZ_SEED for other ones.
/// </summary>
public class FuzzTests
{
    private const int UsualRuns = 300;
    private const int LargestFile = 120_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly PdfOptions SmallBudgets = new()
    {
        MaxDepth = 60,
        MaxObjects = 20_000,
        MaxPages = 200,
        MaxOperatorsPerPage = 200_000,
        MaxGlyphsPerPage = 100_000,
        MaxStreamBytes = 8 << 20,
        MaxTotalStreamBytes = 64 << 20,
        MaxTime = TimeSpan.FromSeconds(2),
    };

    [Fact]
    public async Task Damaged_files_return_pages_or_the_typed_error_and_end_in_time()
    {
        byte[][] files = [.. PdfFixtures.All().Select(File.ReadAllBytes).Where(file => file.Length <= LargestFile)];
        int runs = Setting("EXTRACTOR_FUZZ_RUNS", UsualRuns);
        int firstSeed = Setting("EXTRACTOR_FUZZ_SEED", 1);
        var failures = new List<string>();
        int readable = 0;
        for (int seed = firstSeed; seed < firstSeed + runs && failures.Count < 20; seed++)
        {
            byte[] damaged = new PdfMutator(seed).Mutate(files[seed % files.Length]);
            Task<bool> reading = Task.Run(() => ReadsPages(damaged));
            if (await Task.WhenAny(reading, Task.Delay(Patience)) != reading)
                failures.Add($"seed {seed}: no end after {Patience.TotalSeconds} s");
            else if (reading.IsFaulted)
                failures.Add($"seed {seed}: {reading.Exception!.InnerException}");
            else
                readable += await reading ? 1 : 0;
        }

        Assert.True(failures.Count == 0, string.Join(Environment.NewLine, failures));
        Assert.True(readable > runs / 2, $"Only {readable} of {runs} damaged files returned a page.");
    }

    private static bool ReadsPages(byte[] bytes)
    {
        int pages = 0;
        try
        {
            PdfDocument document = PdfDocument.Open(bytes, SmallBudgets);
            for (int number = 1; number <= document.PageCount; number++, pages++)
                document.ReadPage(number);
        }
        catch (PdfException)
        {
            // What a damaged file may end in.
        }

        return pages > 0;
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : usual;
}
