namespace Extractor.Pdf.Syntax;

/// <summary>Reads an inline image (BI … ID … EI, ISO 32000-2, 8.9.7) into a stream with the full names of keys and filters.</summary>
internal static class InlineImageReader
{
    private const int MostEntries = 64;
    private const int LookAhead = 12;

    /// <summary>Reads from behind BI to behind EI; null where no image data follows.</summary>
    public static PdfStream? Read(IPdfObjects objects, ObjectParser parser, PdfLexer lexer)
    {
        List<KeyValuePair<string, PdfValue>> entries = [];
        while (lexer.Read() && !lexer.IsKeyword("ID"u8))
        {
            if (lexer.IsKeyword("EI"u8))
                return null;
            if (lexer.Token != PdfToken.Name)
                continue;
            string key = FullKey(objects.Names.Intern(lexer.Bytes));
            PdfValue value = parser.Read(lexer, 1);
            if (entries.Count < MostEntries)
                entries.Add(new(key, FullValue(objects, key, value)));
        }

        var dictionary = new PdfDictionary(objects, [.. entries]);
        int start = Math.Min(lexer.Position + 1, lexer.End);
        int length = UnfilteredLength(dictionary);
        int end = FindEnd(lexer.Data, start, lexer.End, length);
        lexer.Position = end;
        lexer.Read();
        int dataEnd = Math.Max(start, length >= 0 && start + length <= end ? start + length : end);
        return new PdfStream(dictionary, lexer.Data.AsMemory(start, dataEnd - start), 0, 0);
    }

    /// <summary>Where the word EI starts. Data may hold these letters by chance, so what follows must look like content.</summary>
    private static int FindEnd(byte[] data, int start, int end, int length)
    {
        int position = length > 0 && length < end - start ? start + length : start;
        while (position + 1 < end)
        {
            int step = data.AsSpan(position, end - position).IndexOf("EI"u8);
            if (step < 0)
                break;
            position += step;
            bool isWord = position == start || length >= 0 || PdfCharacters.IsWhite(data[position - 1]);
            if (isWord && LooksLikeContent(data.AsSpan(position + 2, Math.Min(LookAhead, end - position - 2))))
                return position;
            position += 2;
        }

        return end;
    }

    private static bool LooksLikeContent(ReadOnlySpan<byte> following)
    {
        if (following.Length > 0 && PdfCharacters.IsRegular(following[0]))
            return false;
        foreach (byte value in following)
        {
            if (value is >= 0x7F or 0 || (value < ' ' && !PdfCharacters.IsWhite(value)))
                return false;
        }

        return true;
    }

    /// <summary>Bytes of an image without filter, or -1 where a filter or an unknown colour space hides them.</summary>
    private static int UnfilteredLength(PdfDictionary image)
    {
        if (image.Contains("Filter"))
            return -1;
        bool isMask = image.GetBoolean("ImageMask");
        int components = isMask ? 1 : image.GetName("ColorSpace") switch
        {
            "DeviceGray" => 1,
            "DeviceRGB" => 3,
            "DeviceCMYK" => 4,
            _ => image.GetArray("ColorSpace") is not null ? 1 : -1,
        };
        long bits = (long)image.GetInteger("Width") * components * (isMask ? 1 : image.GetInteger("BitsPerComponent", 8));
        long bytes = ((bits + 7) / 8) * image.GetInteger("Height");
        return components < 0 || bytes is < 0 or > int.MaxValue / 2 ? -1 : (int)bytes;
    }

    private static string FullKey(string key) => key switch
    {
        "BPC" => "BitsPerComponent",
        "CS" => "ColorSpace",
        "D" => "Decode",
        "DP" => "DecodeParms",
        "F" => "Filter",
        "H" => "Height",
        "I" => "Interpolate",
        "IM" => "ImageMask",
        "W" => "Width",
        _ => key,
    };

    private static PdfValue FullValue(IPdfObjects objects, string key, PdfValue value)
    {
        if (key is not ("ColorSpace" or "Filter"))
            return value;
        if (value.AsName() is { } name)
            return PdfValue.FromName(FullName(name));
        if (value.AsArray() is not { } array)
            return value;

        PdfValue[] items = array.Raw.ToArray();
        for (int i = 0; i < items.Length; i++)
        {
            if (items[i].AsName() is { } item)
                items[i] = PdfValue.FromName(FullName(item));
        }

        return PdfValue.From(new PdfArray(objects, items));
    }

    private static string FullName(string name) => name switch
    {
        "G" => "DeviceGray",
        "RGB" => "DeviceRGB",
        "CMYK" => "DeviceCMYK",
        "I" => "Indexed",
        "AHx" => "ASCIIHexDecode",
        "A85" => "ASCII85Decode",
        "LZW" => "LZWDecode",
        "Fl" => "FlateDecode",
        "RL" => "RunLengthDecode",
        "CCF" => "CCITTFaxDecode",
        "DCT" => "DCTDecode",
        _ => name,
    };
}
