using System.Globalization;
using System.Text;

namespace Extractor.Api.Tests.Chaos;

/// <summary>A folder of reports for a campaign, each with bytes of its own, and what must become of them.</summary>
internal sealed class CampaignFiles
{
    private static readonly byte[][] Reports = [.. new[] { "dien-bien-2021-9m/dien-bien-2021-9m", "hoang-thanh-2021-9m/hoang-thanh-2021-9m" }
        .SelectMany(name => new[] { name + ".pdf", name + ".txt" }).Select(name => File.ReadAllBytes(Path.Combine(Repository.Fixtures, name)))];

    public CampaignFiles(int count, bool hasReports)
    {
        Count = count;
        Folder = DataFolder.Create();
        for (int i = 0; i < count; i++)
        {
            string path = Path.Combine(Folder, PathOf(i));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, ContentOf(i, hasReports));
        }
    }

    public int Count { get; }

    public string Folder { get; }

    /// <summary>Reports with different bytes.</summary>
    public int Different => Enumerable.Range(0, Count).Count(i => i % 10 is not (3 or 6 or 8));

    /// <summary>Checks that each file has its state.</summary>
    public void AssertStates(IReadOnlyDictionary<string, string> states)
    {
        Assert.Equal(Enumerable.Range(0, Count).Select(PathOf).Order(StringComparer.Ordinal), states.Keys.Order(StringComparer.Ordinal));
        for (int i = 0; i < Count; i++)
        {
            // A file and its repetition may be read in either order.
            string[] expected = (i % 10) switch
            {
                3 => ["damaged"],
                6 => ["unsupported"],
                7 or 8 => ["done", "needsReview", "notAReport", "duplicate"],
                _ => ["done", "needsReview", "notAReport"],
            };
            Assert.Contains(states[PathOf(i)], expected);
        }

        Assert.Equal(Enumerable.Range(0, Count).Count(i => i % 10 == 8), states.Values.Count(state => state == "duplicate"));
    }

    private static string PathOf(int i) => string.Create(CultureInfo.InvariantCulture, $"năm {2018 + (i % 7)}/xã {i % 13}/báo cáo {i}");

    // Of ten files one cannot be read, one is of no known format, and one repeats the one before it.
    private static byte[] ContentOf(int i, bool hasReports) => (i % 10) switch
    {
        3 => Bytes($"%PDF-1.7 broken {i}"),
        6 => Bytes($"\u0001\u0002\0\u0003{i}"),
        8 => ContentOf(i - 1, hasReports),
        // A comment behind the end of a PDF, or one more line, makes other bytes of the same report.
        0 or 2 or 5 or 9 when hasReports => [.. Reports[(i / 2) % Reports.Length], .. Bytes($"\n%{i}\n")],
        _ => Bytes($"ỦY BAN NHÂN DÂN\nXÃ SỐ {i}\n\nBÁO CÁO\nCông tác năm 2022\n{new StringBuilder().Insert(0, "Nội dung. ", 200)}"),
    };

    private static byte[] Bytes(FormattableString text) => Encoding.UTF8.GetBytes(text.ToString(CultureInfo.InvariantCulture));
}
