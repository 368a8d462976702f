namespace Extractor.Pdf.Syntax;

/// <summary>
/// Splits bytes into tokens, for files, content streams and CMaps alike. Nothing is allocated per token: numbers are a field, names, strings and
/// keywords a slice of the data, or of a scratch buffer where escapes had to be undone. Never throws on damage; reads what can be meant.
/// </summary>
internal sealed partial class PdfLexer
{
    private readonly byte[] _data;
    private readonly int _start;
    private readonly int _end;
    private int _position;
    private byte[] _scratch = [];
    private int _scratchUsed;

    public PdfLexer(byte[] data, int start, int end)
    {
        _data = data;
        _start = start;
        _end = end;
        _position = start;
        Buffer = data;
    }

    public PdfLexer(DecodedStream stream)
        : this(stream.Buffer, stream.Start, stream.Start + stream.Length)
    {
    }

    /// <summary>Where the next token is looked for; an index into the array.</summary>
    public int Position
    {
        get => _position;
        set => _position = Math.Clamp(value, _start, _end);
    }

    public int End => _end;

    public byte[] Data => _data;

    public PdfToken Token { get; private set; }

    /// <summary>Where the token starts; an index into the array.</summary>
    public int TokenStart { get; private set; }

    /// <summary>The value of a number token.</summary>
    public double Number { get; private set; }

    /// <summary>Whether the number was written without a point.</summary>
    public bool IsInteger { get; private set; }

    /// <summary>Array that holds the bytes of a name, string or keyword: the data itself or the scratch buffer.</summary>
    public byte[] Buffer { get; private set; }

    public int Offset { get; private set; }

    public int Length { get; private set; }

    /// <summary>The bytes of a name (without slash, #xx undone), string (without brackets, escapes undone) or keyword.</summary>
    public ReadOnlySpan<byte> Bytes => Buffer.AsSpan(Offset, Length);

    /// <summary>Forgets the strings in the scratch buffer; slices taken before must not be used any more.</summary>
    public void ReleaseScratch() => _scratchUsed = 0;

    /// <summary>Reads the next token; false at the end of the data.</summary>
    public bool Read()
    {
        SkipWhite();
        TokenStart = _position;
        if (_position >= _end)
            return Is(PdfToken.End);

        byte first = _data[_position];
        switch (first)
        {
            case (byte)'/':
                _position++;
                return ReadName();
            case (byte)'(':
                _position++;
                return ReadLiteralString();
            case (byte)'[':
                _position++;
                return Is(PdfToken.ArrayStart);
            case (byte)']':
                _position++;
                return Is(PdfToken.ArrayEnd);
            case (byte)'<' when Follows('<'):
                _position += 2;
                return Is(PdfToken.DictionaryStart);
            case (byte)'<':
                _position++;
                return ReadHexString();
            case (byte)'>' when Follows('>'):
                _position += 2;
                return Is(PdfToken.DictionaryEnd);
            case (byte)'{' or (byte)'}' or (byte)')' or (byte)'>':
                return Slice(PdfToken.Keyword, _position++, 1);
            case (>= (byte)'0' and <= (byte)'9') or (byte)'+' or (byte)'-' or (byte)'.':
                return ReadNumber();
            default:
                return ReadKeyword();
        }
    }

    /// <summary>Whether the token is this keyword.</summary>
    public bool IsKeyword(ReadOnlySpan<byte> word) => Token == PdfToken.Keyword && Bytes.SequenceEqual(word);

    public void SkipWhite()
    {
        // Locals, here and in the other loops over bytes: fields would be read and written back for each byte.
        byte[] data = _data;
        int position = _position;
        int end = _end;
        while (position < end)
        {
            byte value = data[position];
            if (value == '%')
            {
                _position = position;
                SkipComment();
                position = _position;
            }
            else if (PdfCharacters.IsWhite(value))
            {
                position++;
            }
            else
            {
                break;
            }
        }

        _position = position;
    }

    private void SkipComment()
    {
        int end = _data.AsSpan(_position, _end - _position).IndexOfAny((byte)'\r', (byte)'\n');
        _position = end < 0 ? _end : _position + end + 1;
    }

    private bool Follows(char next) => _position + 1 < _end && _data[_position + 1] == next;

    private bool Is(PdfToken token)
    {
        Token = token;
        Length = 0;
        return token != PdfToken.End;
    }

    private bool Slice(PdfToken token, int offset, int length)
    {
        Token = token;
        Buffer = _data;
        Offset = offset;
        Length = length;
        return true;
    }

    private bool ReadKeyword()
    {
        byte[] data = _data;
        int start = _position;
        int position = start;
        while (position < _end && PdfCharacters.IsRegular(data[position]))
            position++;
        _position = position;
        return Slice(PdfToken.Keyword, start, position - start);
    }
}
