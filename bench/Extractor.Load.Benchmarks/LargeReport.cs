using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Extractor.Load.Benchmarks;

/// <summary>Makes reports of a given size, no two alike: a real .docx with a photograph more, as offices paste them.</summary>
internal sealed class LargeReport
{
    private readonly byte[] _template;
    private readonly int _at;
    private int _made;

    public LargeReport(string path, int bytes)
    {
        byte[] original = File.ReadAllBytes(path);
        byte[] photo = RandomNumberGenerator.GetBytes(Math.Max(1024, bytes - original.Length));
        using var archive = new MemoryStream();
        archive.Write(original);
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Update, leaveOpen: true))
        {
            // Nothing refers to it, so nobody checks what it shows; stored as it is, so that a stamp can be written over its beginning.
            using Stream entry = zip.CreateEntry("word/media/photo.bin", CompressionLevel.NoCompression).Open();
            entry.Write(photo);
        }

        _template = archive.ToArray();
        _at = _template.AsSpan().IndexOf(photo.AsSpan(0, 64));
    }

    public int Length => _template.Length;

    /// <summary>The next report. The checksum of the photograph is wrong then, and nobody reads it.</summary>
    public byte[] Next()
    {
        byte[] report = [.. _template];
        System.Text.Encoding.ASCII.GetBytes(Interlocked.Increment(ref _made).ToString("D12", CultureInfo.InvariantCulture)).CopyTo(report, _at);
        return report;
    }
}
