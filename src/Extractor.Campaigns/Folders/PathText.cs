using System.Text;

namespace Extractor.Campaigns.Folders;

/// <summary>
/// Paths of Linux as text and back. A path is a row of bytes; archives made on old Vietnamese systems hold names that are no UTF-8. Each byte that is not
/// becomes a character of the private use area, so that the file can still be opened and stored as text.
/// </summary>
internal static class PathText
{
    private const int FirstEscape = 0xF780;
    private const int LastEscape = 0xF7FF;
    private const int EscapeBase = 0xF700;

    public static string Decode(ReadOnlySpan<byte> path)
    {
        var text = new StringBuilder(path.Length);
        while (!path.IsEmpty)
        {
            bool isText = Rune.DecodeFromUtf8(path, out Rune rune, out int length) == System.Buffers.OperationStatus.Done
                && rune.Value is < FirstEscape or > LastEscape;
            foreach (byte b in isText ? [] : path[..length])
            {
                text.Append((char)(EscapeBase + b));
            }

            if (isText)
            {
                text.Append(rune.ToString());
            }

            path = path[length..];
        }

        return text.ToString();
    }

    /// <summary>The bytes, with the zero that ends them.</summary>
    public static byte[] Encode(string text)
    {
        using var bytes = new MemoryStream(text.Length + 16);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Value is >= FirstEscape and <= LastEscape)
            {
                bytes.WriteByte((byte)(rune.Value - EscapeBase));
            }
            else
            {
                bytes.Write(utf8[..rune.EncodeToUtf8(utf8)]);
            }
        }

        bytes.WriteByte(0);
        return bytes.ToArray();
    }
}
