using Extractor.Models;

namespace Extractor.Workers.Frames;

/// <summary>A file to read.</summary>
/// <param name="File">The file.</param>
/// <param name="Extraction">What the pipeline is asked for.</param>
/// <param name="Indented">Whether the JSON is written for people.</param>
/// <param name="MaxResultBytes">Largest result the host takes.</param>
internal sealed record RequestFrame(SourceFile File, ExtractionRequest Extraction, bool Indented, long MaxResultBytes)
{
    // An array holds no more; the names in front take some of it.
    private const int MostFileBytes = int.MaxValue - (1 << 20);
    private const int MostNameLength = 4096;

    /// <summary>Everything in front of the bytes of the file, which follow as they are.</summary>
    /// <exception cref="ArgumentException">The file or a name is longer than a frame holds.</exception>
    public ReadOnlyMemory<byte> WriteHead()
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(File.Bytes.Length, MostFileBytes, nameof(File));
        return new PayloadWriter()
            .Byte((byte)Extraction.Language).Byte(Indented ? (byte)1 : (byte)0).Byte(Extraction.Explain ? (byte)1 : (byte)0).Number(MaxResultBytes)
            .Text(Cut(Extraction.Family)).Text(Cut(File.Name))
            .Finish(FrameKind.Request, File.Bytes.Length);
    }

    public static RequestFrame Read(ReadOnlyMemory<byte> payload)
    {
        var reader = new PayloadReader(payload);
        var language = (UserLanguage)reader.Byte();
        bool indented = reader.Byte() == 1;
        bool explain = reader.Byte() == 1;
        long maxResultBytes = reader.Number();
        string? family = reader.Text();
        string name = reader.Text() ?? "";
        var extraction = new ExtractionRequest { Family = family, Language = language, Explain = explain };
        return new RequestFrame(new SourceFile(name, reader.Rest), extraction, indented, maxResultBytes);
    }

    private static string? Cut(string? name) => name is { Length: > MostNameLength } ? name[..MostNameLength] : name;
}
