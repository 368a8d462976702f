using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Fonts;

/// <summary>Makes the fonts of a file from their dictionaries, each once.</summary>
internal sealed class FontReader(IPdfObjects objects)
{
    // A chain of usecmap has two or three links.
    private const int LongestCMapChain = 8;
    private readonly MissingFont _missing = new();
    private readonly Dictionary<int, PdfFont> _byReference = [];
    private readonly Dictionary<PdfDictionary, PdfFont> _direct = [];

    /// <summary>The font of an entry in a /Font resource dictionary; one without meaning where nothing stands there.</summary>
    public PdfFont Get(PdfValue entry)
    {
        int number = entry.ReferenceNumber;
        if (number > 0 && _byReference.TryGetValue(number, out PdfFont? known))
            return known;

        if (objects.Resolve(entry).AsDictionary() is not { } dictionary)
        {
            objects.Warnings.Add("font.missing", "A font that text is shown in is not in the file; the text is not known.");
            return _missing;
        }

        if (number > 0)
            return _byReference[number] = Read(dictionary);
        if (!_direct.TryGetValue(dictionary, out PdfFont? direct))
            _direct.Add(dictionary, direct = Read(dictionary));
        return direct;
    }

    private PdfFont Read(PdfDictionary font)
    {
        CMap? toUnicode = ReadToUnicode(font["ToUnicode"]);
        if (font.GetName("Subtype") == "Type0" && font.GetArray("DescendantFonts")?[0].AsDictionary() is { } descendant)
            return CompositeFont.Create(font, descendant, ReadCMap(font["Encoding"], 0), toUnicode);
        return SimpleFont.Create(font, toUnicode);
    }

    private CMap? ReadToUnicode(PdfValue value)
    {
        // "/ToUnicode /Identity-H" is not in the standard; its codes are Unicode.
        if (value.AsName() is not null)
            return PredefinedCMaps.Find("UCS2-H");
        return value.AsStream() is { } stream ? ReadCMap(PdfValue.From(stream), 0) : null;
    }

    private CMap ReadCMap(PdfValue value, int depth)
    {
        if (value.AsName() is { } name)
            return PredefinedCMaps.Find(name);
        if (value.AsStream() is not { } stream || depth > LongestCMapChain)
            return CMap.IdentityHorizontal;

        CMap map;
        using (DecodedStream data = stream.Decode())
            map = new CMapReader(new PdfLexer(data), objects.Budget, PredefinedCMaps.Find).Read();
        map.IsVertical |= stream.Dictionary.GetInteger("WMode") == 1;
        PdfValue inherited = stream.Dictionary["UseCMap"];
        if (map.Base is null && !inherited.IsNull)
        {
            map.Base = ReadCMap(inherited, depth + 1);
            if (map.Codes.IsEmpty)
                map.Codes.AddAll(map.Base.Codes);
        }

        if (map.Codes.IsEmpty)
            map.Codes.Add(new CodeSpaceRange(2, 0, 0xFFFF));
        return map;
    }
}
