using System.IO.Compression;
using System.Text;
using Extractor.Storage.Results;
using FsCheck.Xunit;

namespace Extractor.Storage.Tests.Results;

public class ResultBodyTests
{
    [Property]
    public void Every_text_comes_back(byte[] bytes, int times)
    {
        byte[] json = [.. Enumerable.Repeat(bytes, times % 50 is > 0 and var some ? some : 1).SelectMany(one => one)];

        Assert.Equal(json, ResultBody.Unpack(ResultBody.Pack(json)));
    }

    [Fact]
    public void What_was_stored_by_earlier_versions_comes_back()
    {
        byte[] json = Encoding.UTF8.GetBytes("""{"schema":{"family":"cchc"}}""");
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(json);
        }

        Assert.Equal(json, ResultBody.Unpack(packed.ToArray()));
    }

    [Fact]
    public void What_is_damaged_or_of_a_later_version_is_named()
    {
        byte[] packed = ResultBody.Pack(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 10_000))));
        byte[] longer = [.. packed];
        longer[1]++;
        byte[] negative = [.. packed];
        negative[4] = 0xff;

        Assert.All(
            (byte[][])[[], [(byte)'Z', .. packed], packed[..3], packed[..5], packed[..(packed.Length / 2)], packed[..^1], longer, negative],
            damaged => Assert.Throws<InvalidDataException>(() => ResultBody.Unpack(damaged)));
    }
}
