using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Extractor.Models;

namespace Extractor.Storage.Benchmarks;

/// <summary>A report of the benchmark with its answer.</summary>
internal sealed record Report(byte[] Bytes, byte[] Json, string Sha256)
{
    // Nothing is a duplicate of an earlier run on the same database either.
    private static readonly string Run = Guid.NewGuid().ToString("N");

    public static Report Read(ExtractionPipeline pipeline, string file)
    {
        byte[] bytes = File.ReadAllBytes(file);
        var source = new SourceFile(Path.GetFileName(file), bytes);
        return new Report(bytes, ExtractorJson.Serialize(pipeline.Extract(source)), source.ComputeSha256());
    }

    /// <summary>The same report as other bytes, so that nothing is a duplicate.</summary>
    public Report Other(int number)
    {
        byte[] other = [.. Bytes, .. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Run} {number}"))];
        string digest = Convert.ToHexStringLower(SHA256.HashData(other));
        byte[] json = [.. Json];
        Encoding.ASCII.GetBytes(digest).CopyTo(json, json.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Sha256)));
        return new Report(other, json, digest);
    }
}
