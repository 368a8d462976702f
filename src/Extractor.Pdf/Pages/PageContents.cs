using System.Buffers;
using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Pages;

/// <summary>Opens the content of a page: one stream, or several that count as one with white space between (ISO 32000-2, 7.8.2).</summary>
internal static class PageContents
{
    /// <summary>The decoded content, empty where the page has none.</summary>
    public static DecodedStream Open(PdfDictionary page)
    {
        PdfValue contents = page["Contents"];
        if (contents.AsStream() is { } single)
            return single.Decode();
        if (contents.AsArray() is not { } parts)
            return new DecodedStream([], 0, 0, isPooled: false);
        return parts.Count == 1 && parts[0].AsStream() is { } only ? only.Decode() : Join(page.Objects, parts);
    }

    private static DecodedStream Join(IPdfObjects objects, PdfArray parts)
    {
        byte[] joined = ArrayPool<byte>.Shared.Rent(64 << 10);
        int length = 0;
        bool isTruncated = false;
        for (int i = 0; i < parts.Count; i++)
        {
            objects.Budget.CheckTime();
            if (parts[i].AsStream() is not { } part)
                continue;
            using DecodedStream decoded = part.Decode();
            isTruncated |= decoded.IsTruncated;
            long needed = (long)length + decoded.Length + 1;
            if (needed > objects.Budget.Options.MaxStreamBytes)
                throw new PdfException(nameof(PdfOptions.MaxStreamBytes), objects.Budget.Options.MaxStreamBytes);
            joined = EnsureRoom(joined, length, (int)needed);
            decoded.Span.CopyTo(joined.AsSpan(length));
            length = (int)needed;
            joined[length - 1] = (byte)'\n';
        }

        return new DecodedStream(joined, 0, length, isPooled: true) { IsTruncated = isTruncated };
    }

    private static byte[] EnsureRoom(byte[] buffer, int used, int needed)
    {
        if (needed <= buffer.Length)
            return buffer;
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, (int)Math.Min(buffer.Length * 2L, Array.MaxLength)));
        buffer.AsSpan(0, used).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
