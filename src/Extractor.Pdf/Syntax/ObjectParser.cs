using System.Runtime.InteropServices;

namespace Extractor.Pdf.Syntax;

/// <summary>Builds objects from tokens. Reads what it can: stray words are passed over, an unfinished array or dictionary ends with the data.</summary>
internal sealed class ObjectParser(IPdfObjects objects)
{
    private readonly List<PdfValue> _items = [];
    private readonly List<KeyValuePair<string, PdfValue>> _entries = [];
    private int _steps;

    /// <summary>Undoes the encryption of each string; null where strings are plain.</summary>
    public Func<ReadOnlyMemory<byte>, byte[]>? StringDecryption { get; set; }

    /// <summary>Whether "1 0 R" is a reference; in content streams it is not.</summary>
    public bool ReadsReferences { get; init; } = true;

    /// <summary>Reads the next object; null where a keyword, a closing bracket or the end stands instead (the lexer's token tells).</summary>
    public PdfValue Read(PdfLexer lexer, int depth = 0)
    {
        lexer.Read();
        return FromToken(lexer, depth);
    }

    /// <summary>Makes the object that starts with the lexer's current token.</summary>
    public PdfValue FromToken(PdfLexer lexer, int depth = 0)
    {
        switch (lexer.Token)
        {
            case PdfToken.Number:
                if (ReadsReferences && lexer.IsInteger && lexer.Number is >= 0 and <= int.MaxValue && lexer.TryReadReferenceEnd(out int generation))
                    return PdfValue.FromReference((int)lexer.Number, generation);
                return PdfValue.FromNumber(lexer.Number);
            case PdfToken.Name:
                return PdfValue.FromName(objects.Names.Intern(lexer.Bytes));
            case PdfToken.String:
                return ReadString(lexer);
            case PdfToken.ArrayStart:
                return PdfValue.From(ReadArray(lexer, depth + 1));
            case PdfToken.DictionaryStart:
                return PdfValue.From(ReadDictionary(lexer, depth + 1));
            case PdfToken.Keyword when lexer.Bytes.SequenceEqual("true"u8):
                return PdfValue.FromBoolean(true);
            case PdfToken.Keyword when lexer.Bytes.SequenceEqual("false"u8):
                return PdfValue.FromBoolean(false);
            default:
                return PdfValue.Null;
        }
    }

    /// <summary>Reads the entries behind an opening "&lt;&lt;".</summary>
    public PdfDictionary ReadDictionary(PdfLexer lexer, int depth)
    {
        objects.Budget.CheckDepth(depth);
        int first = _entries.Count;
        while (lexer.Read() && lexer.Token != PdfToken.DictionaryEnd)
        {
            CountStep();
            if (lexer.Token == PdfToken.Keyword && EndsObject(lexer))
                break;
            if (lexer.Token != PdfToken.Name)
                continue;

            string key = objects.Names.Intern(lexer.Bytes);
            PdfValue value = Read(lexer, depth);
            if (lexer.Token == PdfToken.DictionaryEnd && value.IsNull)
                break;
            if (lexer.Token == PdfToken.Keyword && value.IsNull && EndsObject(lexer))
                break;
            _entries.Add(new(key, value));
        }

        KeyValuePair<string, PdfValue>[] entries = [.. CollectionsMarshal.AsSpan(_entries)[first..]];
        _entries.RemoveRange(first, _entries.Count - first);
        return new PdfDictionary(objects, entries);
    }

    private PdfArray ReadArray(PdfLexer lexer, int depth)
    {
        objects.Budget.CheckDepth(depth);
        int first = _items.Count;
        while (lexer.Read() && lexer.Token != PdfToken.ArrayEnd)
        {
            CountStep();
            if (lexer.Token == PdfToken.Keyword && EndsObject(lexer))
                break;
            if (lexer.Token == PdfToken.DictionaryEnd)
                continue;
            _items.Add(FromToken(lexer, depth));
        }

        PdfValue[] items = [.. CollectionsMarshal.AsSpan(_items)[first..]];
        _items.RemoveRange(first, _items.Count - first);
        return new PdfArray(objects, items);
    }

    private void CountStep()
    {
        if ((++_steps & 0xFFF) == 0)
            objects.Budget.CheckTime();
    }

    /// <summary>A lost bracket must not swallow the objects that follow.</summary>
    private static bool EndsObject(PdfLexer lexer)
    {
        if (!lexer.IsKeyword("endobj"u8) && !lexer.IsKeyword("stream"u8) && !lexer.IsKeyword("obj"u8))
            return false;
        lexer.Position = lexer.TokenStart;
        return true;
    }

    private PdfValue ReadString(PdfLexer lexer)
    {
        if (StringDecryption is { } decrypt)
            return PdfValue.FromString(decrypt(lexer.Buffer.AsMemory(lexer.Offset, lexer.Length)));
        return PdfValue.FromString(lexer.Buffer, lexer.Offset, lexer.Length);
    }
}
