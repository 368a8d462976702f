using System.Buffers.Binary;
using System.Text;

namespace Extractor.Pdf.Tests.Fonts;

/// <summary>Font programs of a few bytes, made by hand.</summary>
internal static class TinyFonts
{
    /// <summary>A TrueType program whose Unicode cmap (3,1) of format 4 holds the given characters.</summary>
    public static byte[] TrueType(params (int Character, int Glyph)[] characters) => File(("cmap", Cmap((3, 1, Format4(characters)))));

    /// <summary>Code 1 by (3,0) at F001 to glyph 1, code 2 by (1,0) to glyph 2; (3,1) says "ạ", the post table says "B".</summary>
    public static byte[] SymbolicTrueType()
    {
        byte[] macintosh = new byte[262];
        macintosh[3] = 6;
        macintosh[6 + 2] = 2;
        byte[] post = [.. Words(2, 0), .. new byte[28], .. Words(3, 0, 258, 258 + 1), 1, (byte)'x', 1, (byte)'B'];
        return File(("cmap", Cmap((3, 0, Format4([(0xF001, 1)])), (1, 0, macintosh), (3, 1, Format4([(0x1EA1, 1)])))), ("post", post));
    }

    /// <summary>A CFF program with the glyphs B and uni1EA1, encoded at 65 and 66.</summary>
    public static byte[] CompactFont()
    {
        byte[] names = Index("F"u8.ToArray());
        byte[] strings = Index("uni1EA1"u8.ToArray());
        byte[] Top(int charset, int encoding, int charStrings) => [.. Number(charset), 15, .. Number(encoding), 16, .. Number(charStrings), 17];
        byte[] Head(byte[] top) => [1, 0, 4, 1, .. names, .. Index(top), .. strings, .. Words(0)];

        int at = Head(Top(0, 0, 0)).Length;
        byte[] charset = [0, .. Words(35, 391)];
        byte[] encoding = [0, 2, 65, 66];
        return [.. Head(Top(at, at + charset.Length, at + charset.Length + encoding.Length)), .. charset, .. encoding, .. Index([14], [14], [14])];
    }

    private static byte[] Number(int value) => [29, .. Words(value >> 16, value & 0xFFFF)];

    private static byte[] Index(params byte[][] items)
    {
        List<byte> bytes = [.. Words(items.Length), 1, 1];
        int end = 1;
        foreach (byte[] item in items)
            bytes.Add((byte)(end += item.Length));
        return [.. bytes, .. items.SelectMany(item => item)];
    }

    private static byte[] Format4((int Character, int Glyph)[] characters)
    {
        (int Character, int Glyph)[] segments = [.. characters.OrderBy(pair => pair.Character), (0xFFFF, 0)];
        int count = segments.Length;
        return Words(
            [4, 16 + (8 * count), 0, 2 * count, 0, 0, 0,
                .. segments.Select(s => s.Character), 0, .. segments.Select(s => s.Character),
                .. segments.Select(s => (s.Glyph - s.Character) & 0xFFFF), .. new int[count]]);
    }

    private static byte[] Cmap(params (int Platform, int Encoding, byte[] Table)[] tables)
    {
        List<byte> bytes = [.. Words(0, tables.Length)];
        int offset = 4 + (8 * tables.Length);
        foreach ((int platform, int encoding, byte[] table) in tables)
        {
            bytes.AddRange(Words(platform, encoding, 0, offset));
            offset += table.Length;
        }

        return [.. bytes, .. tables.SelectMany(table => table.Table)];
    }

    private static byte[] File(params (string Tag, byte[] Data)[] tables)
    {
        List<byte> bytes = [.. Words(1, 0, tables.Length, 0, 0, 0)];
        int offset = 12 + (16 * tables.Length);
        foreach ((string tag, byte[] data) in tables)
        {
            bytes.AddRange([.. Encoding.ASCII.GetBytes(tag), .. Words(0, 0, 0, offset, 0, data.Length)]);
            offset += data.Length;
        }

        return [.. bytes, .. tables.SelectMany(table => table.Data)];
    }

    private static byte[] Words(params int[] values)
    {
        byte[] bytes = new byte[2 * values.Length];
        for (int i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2 * i), (ushort)values[i]);
        return bytes;
    }
}
