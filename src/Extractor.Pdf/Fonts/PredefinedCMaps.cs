using System.Text;

namespace Extractor.Pdf.Fonts;

/// <summary>
/// The CMaps named in ISO 32000-2, table 116. Their CID tables are not shipped (several megabytes for scripts these reports never use);
/// the name tells how long codes are and, through the code page it stands for, what they mean.
/// </summary>
internal static class PredefinedCMaps
{
    private static readonly CodeSpace Utf16 = CodeSpace.Of(new(2, 0x0000, 0xD7FF), new(4, unchecked((int)0xD800DC00), unchecked((int)0xDBFFDFFF)), new(2, 0xE000, 0xFFFF));
    private static readonly CodeSpace Utf8 = CodeSpace.Of(new(1, 0, 0x7F), new(2, 0xC080, 0xDFBF), new(3, 0xE08080, 0xEFBFBF), new(4, unchecked((int)0xF0808080), unchecked((int)0xF7BFBFBF)));
    private static readonly CodeSpace LeadBytes = CodeSpace.Of(new(1, 0, 0x80), new(2, 0x8130, 0xFEFE));
    private static readonly CodeSpace ShiftJis = CodeSpace.Of(new(1, 0, 0x80), new(1, 0xA0, 0xDF), new(2, 0x8140, 0x9FFC), new(2, 0xE040, 0xFCFC));

    // The first part of a name that is found in it decides, so longer ones stand first.
    private static readonly (string Part, CodeSpace Codes, int CodePage)[] Known =
    [
        ("UTF16", Utf16, 1201), ("UCS2", CodeSpace.TwoBytes, 1201), ("UTF8", Utf8, 65001),
        ("UTF32", CodeSpace.Of(new CodeSpaceRange(4, 0, 0x7F7F7F7F)), 12001),
        ("RKSJ", ShiftJis, 932), ("GBK", LeadBytes, 54936), ("GBpc", LeadBytes, 936), ("GB-", LeadBytes, 936),
        ("B5", LeadBytes, 950), ("ETen", LeadBytes, 950), ("HKscs", LeadBytes, 950), ("KSC", LeadBytes, 949), ("EUC", LeadBytes, 51932),
    ];

    /// <summary>The CMap of a name; an unknown one is read as two-byte codes that are their own CID.</summary>
    public static CMap Find(string name)
    {
        bool isVertical = name.EndsWith("-V", StringComparison.Ordinal) || name == "V";
        // "Adobe-Japan1-UCS2" and its like map CIDs, not codes.
        if (name.StartsWith("Identity", StringComparison.Ordinal) || name.StartsWith("Adobe-", StringComparison.Ordinal))
            return isVertical ? CMap.IdentityVertical : CMap.IdentityHorizontal;

        foreach ((string part, CodeSpace codes, int codePage) in Known)
        {
            if (!name.Contains(part, StringComparison.Ordinal))
                continue;
            Encoding? encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
            return new CMap { Codes = codes, CharacterSet = encoding, IsVertical = isVertical };
        }

        return isVertical ? CMap.IdentityVertical : CMap.IdentityHorizontal;
    }
}
