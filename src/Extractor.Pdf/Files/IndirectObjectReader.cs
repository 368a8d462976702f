using Extractor.Pdf.Security;
using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Files;

/// <summary>Reads an object "n g obj … endobj" with its stream, whose length it does not take on trust.</summary>
internal sealed class IndirectObjectReader(IPdfObjects objects, byte[] data, int start, int end)
{
    private readonly ObjectParser _parser = new(objects);

    /// <summary>Undoes encryption; null while the file's key is not known or not needed.</summary>
    public StandardSecurity? Security { get; set; }

    /// <summary>Reads the object at a place in the array; false where no object stands there.</summary>
    /// <param name="position">Index of the object number.</param>
    /// <param name="number">The object number; -1 on entry accepts any.</param>
    /// <param name="value">The object.</param>
    public bool TryRead(int position, ref int number, out PdfValue value)
    {
        value = default;
        if (position < start || position >= end)
            return false;
        var lexer = new PdfLexer(data, start, end) { Position = position };
        if (!ReadHeader(lexer, out int found, out int generation) || (number >= 0 && found != number))
            return false;

        number = found;
        int current = number;
        _parser.StringDecryption = Security is { DecryptsStrings: true } security
            ? bytes => security.DecryptString(bytes, current, generation)
            : null;
        value = _parser.Read(lexer);
        _parser.StringDecryption = null;
        if (value.Kind == PdfKind.Dictionary && FollowsStream(lexer))
            value = PdfValue.From(ReadStream(lexer, value.AsDictionary()!, number, generation));
        return true;
    }

    private static bool ReadHeader(PdfLexer lexer, out int number, out int generation)
    {
        number = generation = 0;
        if (!lexer.Read() || lexer.Token != PdfToken.Number || !lexer.IsInteger || lexer.Number is < 0 or > int.MaxValue)
            return false;
        number = (int)lexer.Number;
        if (!lexer.Read() || lexer.Token != PdfToken.Number || !lexer.IsInteger)
            return false;
        // The generation decides nothing but a decryption key, so a senseless one does no harm.
        generation = (int)Math.Clamp(lexer.Number, 0, ushort.MaxValue);
        if (!lexer.Read() || lexer.Token != PdfToken.Keyword || !lexer.Bytes.StartsWith("obj"u8))
            return false;

        // "obj" may be glued to what follows ("1 0 objnull").
        lexer.Position = lexer.TokenStart + 3;
        return true;
    }

    private static bool FollowsStream(PdfLexer lexer)
    {
        if (!lexer.Read() || lexer.Token != PdfToken.Keyword || !lexer.Bytes.StartsWith("stream"u8))
            return false;
        lexer.Position = lexer.TokenStart + "stream".Length;
        return true;
    }

    private PdfStream ReadStream(PdfLexer lexer, PdfDictionary dictionary, int number, int generation)
    {
        int from = SkipLineEnd(lexer.Position);
        int declared = dictionary.GetInteger("Length", -1);
        int to = declared >= 0 && declared <= end - from ? from + declared : -1;
        if (to < 0 || !EndsAt(to))
            to = FindEnd(from, number);
        return new PdfStream(dictionary, data.AsMemory(from, to - from), number, generation);
    }

    /// <summary>Data starts behind a line end; a lone carriage return is not allowed, but written.</summary>
    private int SkipLineEnd(int position)
    {
        while (position < end && data[position] == ' ')
            position++;
        if (position < end && data[position] == '\r')
            position++;
        if (position < end && data[position] == '\n')
            position++;
        return position;
    }

    private bool EndsAt(int position)
    {
        while (position < end && PdfCharacters.IsWhite(data[position]))
            position++;
        ReadOnlySpan<byte> rest = data.AsSpan(position, end - position);
        return rest.StartsWith("endstream"u8) || rest.StartsWith("endobj"u8);
    }

    private int FindEnd(int from, int number)
    {
        ReadOnlySpan<byte> rest = data.AsSpan(from, end - from);
        int length = rest.IndexOf("endstream"u8);
        // A word cut short ("endstrea", "endstre am") still shows where the data ends.
        if (length < 0)
            length = rest.IndexOf("endstre"u8);
        if (length < 0)
            length = rest.IndexOf("endobj"u8);
        if (length < 0)
        {
            objects.Warnings.Add("stream.truncated", $"The stream of object {number} has no end; the file was cut.");
            return end;
        }

        objects.Warnings.Add("stream.length", $"The length of the stream of object {number} is wrong; its end was searched for.");
        if (length > 0 && rest[length - 1] == '\n')
            length--;
        if (length > 0 && rest[length - 1] == '\r')
            length--;
        return from + length;
    }
}
