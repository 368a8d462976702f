namespace Extractor.Pdf.Fonts;

/// <summary>One subtable of a TrueType cmap, in the formats 0, 4, 6, 10, 12 and 13.</summary>
internal sealed class TrueTypeCmap
{
    // No font has more glyphs, so no subtable needs more entries.
    private const int MostCharacters = 1 << 17;
    private readonly ReadOnlyMemory<byte> _table;

    private TrueTypeCmap(ReadOnlyMemory<byte> table) => _table = table;

    /// <summary>The first subtable of a wanted platform and encoding, or null.</summary>
    public static TrueTypeCmap? Find(ReadOnlyMemory<byte> cmap, Func<int, int, bool> isWanted)
    {
        FontBytes bytes = new(cmap.Span);
        int count = Math.Min(bytes.UInt16(2), 64);
        for (int i = 0; i < count; i++)
        {
            long entry = 4 + (8L * i);
            long offset = bytes.UInt32(entry + 4);
            if (isWanted(bytes.UInt16(entry), bytes.UInt16(entry + 2)) && offset > 0 && offset < cmap.Length)
                return new TrueTypeCmap(cmap[(int)offset..]);
        }

        return null;
    }

    /// <summary>The glyph of a character, 0 for none.</summary>
    public int Glyph(int character)
    {
        FontBytes bytes = new(_table.Span);
        return bytes.UInt16(0) switch
        {
            0 => character < 256 ? bytes.Byte(6 + character) : 0,
            4 => GlyphInSegments(bytes, character),
            6 => InRun(character - bytes.UInt16(6), bytes.UInt16(8)) ? bytes.UInt16(10 + (2L * (character - bytes.UInt16(6)))) : 0,
            10 => InRun(character - bytes.UInt32(12), bytes.UInt32(16)) ? bytes.UInt16(20 + (2L * (character - bytes.UInt32(12)))) : 0,
            12 or 13 => GlyphInGroups(bytes, character),
            _ => 0,
        };
    }

    /// <summary>The lowest character of each glyph.</summary>
    public Dictionary<int, int> Reversed(bool isMacintosh)
    {
        Dictionary<int, int> characters = [];
        foreach ((int low, int high) in Runs())
        {
            for (int character = low; character <= high && characters.Count < MostCharacters; character++)
            {
                int glyph = Glyph(character);
                if (glyph != 0 && Meaning(character, isMacintosh) is var meaning and > 0)
                    characters.TryAdd(glyph, meaning);
            }
        }

        return characters;
    }

    /// <summary>A code of the Macintosh subtable is MacRoman; private-use characters mean nothing outside their font.</summary>
    private static int Meaning(int character, bool isMacintosh)
    {
        if (isMacintosh)
            return character < 256 && BaseEncoding.Find("MacRomanEncoding")![character] is { } name && GlyphNames.ToText(name) is [var one] ? one : 0;
        return character is < 32 or (>= 0xE000 and <= 0xF8FF) or >= 0xF0000 ? 0 : character;
    }

    private static bool InRun(long index, long count) => index >= 0 && index < count;

    private List<(int Low, int High)> Runs()
    {
        FontBytes bytes = new(_table.Span);
        List<(int Low, int High)> runs = [];
        switch (bytes.UInt16(0))
        {
            case 0:
                runs.Add((0, 255));
                break;
            case 4:
                int doubled = bytes.UInt16(6) & ~1;
                for (int i = 0; i < doubled; i += 2)
                    AddRun(runs, bytes.UInt16(16 + doubled + i), bytes.UInt16(14 + i));
                break;
            case 6:
                AddRun(runs, bytes.UInt16(6), bytes.UInt16(6) + bytes.UInt16(8) - 1);
                break;
            case 10:
                AddRun(runs, bytes.UInt32(12), bytes.UInt32(12) + bytes.UInt32(16) - 1);
                break;
            case 12 or 13:
                for (int i = 0; i < GroupCount(bytes); i++)
                    AddRun(runs, bytes.UInt32(16 + (12L * i)), bytes.UInt32(20 + (12L * i)));
                break;
        }

        return runs;
    }

    private static void AddRun(List<(int Low, int High)> runs, long low, long high)
    {
        // Runs follow one another; one that starts before the last ends is damage and could make the walk quadratic.
        if (low <= high && high <= 0x10FFFF && (runs.Count == 0 || low > runs[^1].High))
            runs.Add(((int)low, (int)high));
    }

    private static int GroupCount(FontBytes bytes) => (int)Math.Min(bytes.UInt32(12), bytes.Length / 12);

    private static int GlyphInSegments(FontBytes bytes, int character)
    {
        if (character > 0xFFFF)
            return 0;
        int doubled = bytes.UInt16(6) & ~1;
        (int first, int end) = (0, doubled / 2);
        while (first < end)
        {
            int middle = (first + end) / 2;
            if (bytes.UInt16(14 + (2L * middle)) < character)
                first = middle + 1;
            else
                end = middle;
        }

        long segment = 2L * first;
        int start = bytes.UInt16(16 + doubled + segment);
        if (segment >= doubled || start > character)
            return 0;
        int delta = bytes.UInt16(16 + (2L * doubled) + segment);
        long offsetAt = 16 + (3L * doubled) + segment;
        int offset = bytes.UInt16(offsetAt);
        if (offset == 0)
            return (character + delta) & 0xFFFF;
        int glyph = bytes.UInt16(offsetAt + offset + (2L * (character - start)));
        return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
    }

    private static int GlyphInGroups(FontBytes bytes, int character)
    {
        (int first, int end) = (0, GroupCount(bytes));
        while (first < end)
        {
            int middle = (first + end) / 2;
            if (bytes.UInt32(20 + (12L * middle)) < character)
                first = middle + 1;
            else
                end = middle;
        }

        long group = 16 + (12L * first);
        long low = bytes.UInt32(group);
        if (first >= GroupCount(bytes) || low > character)
            return 0;
        long glyph = bytes.UInt32(group + 8) + (bytes.UInt16(0) == 12 ? character - low : 0);
        return glyph <= 0xFFFF ? (int)glyph : 0;
    }
}
