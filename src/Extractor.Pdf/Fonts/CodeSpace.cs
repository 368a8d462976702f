namespace Extractor.Pdf.Fonts;

/// <summary>How the bytes of a string are cut into character codes of one to four bytes (ISO 32000-2, 9.7.6.2).</summary>
internal sealed class CodeSpace
{
    private readonly List<CodeSpaceRange> _ranges = [];
    private int _fixedLength;

    /// <summary>The one range of all two-byte codes.</summary>
    public static CodeSpace TwoBytes { get; } = Of(new CodeSpaceRange(2, 0, 0xFFFF));

    public bool IsEmpty => _ranges.Count == 0;

    public static CodeSpace Of(params ReadOnlySpan<CodeSpaceRange> ranges)
    {
        CodeSpace space = new();
        foreach (CodeSpaceRange range in ranges)
            space.Add(range);
        return space;
    }

    public void Add(CodeSpaceRange range)
    {
        _ranges.Add(range);
        _fixedLength = _ranges.Count == 1 || _fixedLength == range.Length ? range.Length : 0;
    }

    public void AddAll(CodeSpace other)
    {
        foreach (CodeSpaceRange range in other._ranges)
            Add(range);
    }

    /// <summary>Takes the next code off a string that is not empty.</summary>
    public int Read(ReadOnlySpan<byte> text, ref int at, out int length)
    {
        if (_fixedLength != 0)
        {
            length = Math.Min(_fixedLength, text.Length - at);
            return Take(text, ref at, length);
        }

        int code = 0;
        int longest = Math.Min(4, text.Length - at);
        for (length = 1; length <= longest; length++)
        {
            code = (code << 8) | text[at + length - 1];
            foreach (CodeSpaceRange range in _ranges)
            {
                if (range.Contains(code, length))
                {
                    at += length;
                    return code;
                }
            }
        }

        // Outside every range: the shortest code there is keeps the rest of the string in step.
        length = Math.Min(ShortestLength(), longest);
        return Take(text, ref at, length);
    }

    private static int Take(ReadOnlySpan<byte> text, ref int at, int length)
    {
        int code = 0;
        for (int i = 0; i < length; i++)
            code = (code << 8) | text[at++];
        return code;
    }

    private int ShortestLength()
    {
        int shortest = _ranges.Count == 0 ? 1 : 4;
        foreach (CodeSpaceRange range in _ranges)
            shortest = Math.Min(shortest, range.Length);
        return shortest;
    }
}

/// <summary>Codes of one length; each byte has to lie between the bytes of both ends.</summary>
internal readonly record struct CodeSpaceRange(int Length, int Low, int High)
{
    public bool Contains(int code, int length)
    {
        if (length != Length)
            return false;
        for (int shift = 0; shift < length * 8; shift += 8)
        {
            int value = (code >> shift) & 0xFF;
            if (value < ((Low >> shift) & 0xFF) || value > ((High >> shift) & 0xFF))
                return false;
        }

        return true;
    }
}
