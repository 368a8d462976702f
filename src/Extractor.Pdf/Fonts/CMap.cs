using System.Text;

namespace Extractor.Pdf.Fonts;

/// <summary>A CMap: cuts strings into codes and maps codes to CIDs, to text, or both.</summary>
internal sealed class CMap
{
    private readonly CodeRanges<int> _cids = new();
    private readonly CodeRanges<string> _textRanges = new();
    private readonly Dictionary<int, string> _texts = [];

    /// <summary>Identity-H, the CMap nearly every producer uses.</summary>
    public static CMap IdentityHorizontal { get; } = new() { Codes = CodeSpace.TwoBytes, IsIdentity = true };

    public static CMap IdentityVertical { get; } = new() { Codes = CodeSpace.TwoBytes, IsIdentity = true, IsVertical = true };

    public CodeSpace Codes { get; init; } = new();

    public bool IsVertical { get; set; }

    /// <summary>Whether a code is its own CID.</summary>
    public bool IsIdentity { get; init; }

    /// <summary>What the codes mean where the CMap's name tells (a predefined one); then the CIDs are not known.</summary>
    public Encoding? CharacterSet { get; init; }

    /// <summary>The CMap this one builds on (usecmap).</summary>
    public CMap? Base { get; set; }

    public void AddCids(int low, int high, int cid) => _cids.Add(low, high, cid);

    public void AddText(int code, string text) => _texts[code] = text;

    /// <summary>Maps a range; its last character counts up from code to code.</summary>
    public void AddTexts(int low, int high, string first)
    {
        if (low == high)
            AddText(low, first);
        else
            _textRanges.Add(low, high, first);
    }

    /// <summary>The CID of a code; 0, the glyph for what is missing, where none is given.</summary>
    public int Cid(int code)
    {
        // usecmap chains are cut while reading, so this loop ends.
        for (CMap? map = this; map is not null; map = map.Base)
        {
            if (map.IsIdentity)
                return code;
            if (map._cids.TryFind(code, out int low, out int first))
                return first + code - low;
        }

        return 0;
    }

    /// <summary>The text of a code, or null where the CMap says nothing of use.</summary>
    public string? Text(int code, int length)
    {
        for (CMap? map = this; map is not null; map = map.Base)
        {
            if (map._texts.TryGetValue(code, out string? text))
                return Usable(text);
            if (map._textRanges.TryFind(code, out int low, out string? first))
                return Usable(CountUp(first!, code - low));
            if (map.CharacterSet is not null)
                return Usable(Decode(map.CharacterSet, code, length));
        }

        return null;
    }

    private static string CountUp(string first, int steps)
    {
        if (steps == 0 || first.Length == 0)
            return first;
        if (first.Length == 1)
            return SharedText.Of(first[0] + steps);

        int pair = char.IsLowSurrogate(first[^1]) && char.IsHighSurrogate(first[^2]) ? 2 : 1;
        int last = pair == 2 ? char.ConvertToUtf32(first[^2], first[^1]) : first[^1];
        return string.Concat(first.AsSpan(0, first.Length - pair), SharedText.Of(last + steps));
    }

    /// <summary>Producers without a better idea write U+0000 or U+FFFD; that is no text.</summary>
    private static string? Usable(string text) => text.AsSpan().Trim("\0\uFFFD").IsEmpty ? null : text;

    private static string Decode(Encoding characters, int code, int length)
    {
        Span<byte> bytes = stackalloc byte[4];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes, code);
        return characters.GetString(bytes[(4 - length)..]);
    }
}
