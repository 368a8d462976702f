using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Fonts;

/// <summary>Opens the embedded program of a font, whichever key it stands under: producers mix the three up.</summary>
internal static class FontProgramReader
{
    private static readonly string[] Keys = ["FontFile2", "FontFile3", "FontFile"];

    /// <summary>The program, read when it is first asked for: most fonts explain themselves without it.</summary>
    public static Lazy<IFontProgram?> Open(PdfDictionary? descriptor) => new(() => Read(descriptor), LazyThreadSafetyMode.None);

    /// <summary>Tells the format from the first bytes.</summary>
    internal static IFontProgram? Read(byte[] buffer, int start, int length)
    {
        ReadOnlyMemory<byte> file = buffer.AsMemory(start, length);
        if (TrueTypeProgram.TryRead(file) is { } trueType)
        {
            return trueType.HasCharacters || CompactFontProgram.TryRead(trueType.CompactFont) is not { } inner ? trueType : inner;
        }

        return length > 4 && buffer[start] == 1 ? CompactFontProgram.TryRead(file) : Type1Program.TryRead(buffer, start, length);
    }

    private static IFontProgram? Read(PdfDictionary? descriptor)
    {
        foreach (string key in Keys)
        {
            if (descriptor?.GetStream(key) is not { } stream)
                continue;
            // Never disposed: the program keeps reading from the buffer.
            DecodedStream file = stream.Decode();
            return Read(file.Buffer, file.Start, file.Length);
        }

        return null;
    }
}
