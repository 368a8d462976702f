namespace Extractor.Pdf.Syntax;

/// <summary>
/// Reads a content stream operator by operator. Operands are reused: they (and arrays and strings among them) are valid until the next
/// <see cref="Read"/>. An inline image comes as the operator "EI" with one operand, its stream (full key and filter names).
/// </summary>
internal sealed class ContentReader
{
    // The most any operator takes is a DeviceN colour of 32 parts; what a damaged stream piles up beyond is rubbish.
    private const int MostOperands = 64;

    private readonly PdfLexer _lexer;
    private readonly ObjectParser _parser;
    private readonly IPdfObjects _objects;
    private readonly PdfValue[] _operands = new PdfValue[MostOperands];
    private readonly List<PdfArray> _arrays = [];
    private int _operandCount;
    private int _arraysUsed;

    public ContentReader(IPdfObjects objects, DecodedStream content)
    {
        _objects = objects;
        _lexer = new PdfLexer(content);
        _parser = new ObjectParser(objects) { ReadsReferences = false };
    }

    /// <summary>The operator's characters, see <see cref="Code"/>; 0 for a word no operator has (more than three characters).</summary>
    public uint Operator { get; private set; }

    public ReadOnlySpan<PdfValue> Operands => _operands.AsSpan(0, _operandCount);

    /// <summary>Packs an operator of one to three characters, so that operators can be told apart by a number.</summary>
    public static uint Code(ReadOnlySpan<byte> word) => word.Length switch
    {
        1 => word[0],
        2 => word[0] | ((uint)word[1] << 8),
        3 => word[0] | ((uint)word[1] << 8) | ((uint)word[2] << 16),
        _ => 0,
    };

    /// <summary>Reads up to the next operator; false at the end.</summary>
    public bool Read()
    {
        _operandCount = 0;
        _arraysUsed = 0;
        _lexer.ReleaseScratch();
        while (_lexer.Read())
        {
            switch (_lexer.Token)
            {
                case PdfToken.Number:
                    Push(PdfValue.FromNumber(_lexer.Number));
                    break;
                case PdfToken.ArrayStart:
                    Push(ReadArray());
                    break;
                case PdfToken.Keyword when !IsLiteral(_lexer.Bytes):
                    Operator = Code(_lexer.Bytes);
                    if (Operator == Code("BI"u8))
                        ReadInlineImage();
                    return true;
                case PdfToken.ArrayEnd or PdfToken.DictionaryEnd:
                    break;
                default:
                    Push(_parser.FromToken(_lexer));
                    break;
            }
        }

        return false;
    }

    private static bool IsLiteral(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("true"u8) || word.SequenceEqual("false"u8) || word.SequenceEqual("null"u8);

    private void Push(PdfValue value)
    {
        if (_operandCount == MostOperands)
            _operandCount = 0;
        _operands[_operandCount++] = value;
    }

    /// <summary>Reads the array of TJ, d and the like into a list that is used again.</summary>
    private PdfValue ReadArray()
    {
        if (_arraysUsed == _arrays.Count)
            _arrays.Add(new PdfArray(_objects, new PdfValue[16], 0));
        PdfArray array = _arrays[_arraysUsed++];
        array.Clear();
        while (_lexer.Read() && _lexer.Token != PdfToken.ArrayEnd)
        {
            if (_lexer.Token == PdfToken.Keyword && !IsLiteral(_lexer.Bytes))
            {
                // A bracket was lost: the word is the operator that follows the array.
                _lexer.Position = _lexer.TokenStart;
                break;
            }

            array.Add(_lexer.Token == PdfToken.Number ? PdfValue.FromNumber(_lexer.Number) : _parser.FromToken(_lexer, 1));
        }

        if (_arraysUsed > 8)
            _arraysUsed = 0;
        return PdfValue.From(array);
    }

    private void ReadInlineImage()
    {
        PdfStream? image = InlineImageReader.Read(_objects, _parser, _lexer);
        Operator = Code("EI"u8);
        _operandCount = 0;
        if (image is not null)
            Push(PdfValue.From(image));
    }
}
