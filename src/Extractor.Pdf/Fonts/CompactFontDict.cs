namespace Extractor.Pdf.Fonts;

/// <summary>The operators of a CFF top dictionary that matter for text, each with its last operand.</summary>
internal sealed class CompactFontDict
{
    public const int Charset = 15;
    public const int Encoding = 16;
    public const int CharStrings = 17;

    /// <summary>Registry, ordering, supplement: the mark of a CID-keyed program.</summary>
    public const int Ros = 0x0C00 | 30;

    private readonly Dictionary<int, int> _values = [];

    public bool Contains(int operation) => _values.ContainsKey(operation);

    public int Integer(int operation) => _values.GetValueOrDefault(operation);

    public static CompactFontDict Read(ReadOnlySpan<byte> data)
    {
        CompactFontDict dict = new();
        FontBytes bytes = new(data);
        int operand = 0;
        for (long at = 0; at < data.Length;)
        {
            int first = bytes.Byte(at++);
            switch (first)
            {
                case 12:
                    dict._values[0x0C00 | bytes.Byte(at++)] = operand;
                    break;
                case <= 21:
                    dict._values[first] = operand;
                    break;
                case 28:
                    operand = bytes.Int16(at);
                    at += 2;
                    break;
                case 29:
                    operand = (int)bytes.UInt32(at);
                    at += 4;
                    break;
                case 30:
                    // A real number, four bits a digit up to a nibble of fifteen; none of the wanted operands is one.
                    while (at < data.Length && (bytes.Byte(at) & 0x0F) != 0x0F && (bytes.Byte(at) & 0xF0) != 0xF0)
                        at++;
                    at++;
                    break;
                case >= 32 and <= 246:
                    operand = first - 139;
                    break;
                case >= 247 and <= 250:
                    operand = ((first - 247) * 256) + bytes.Byte(at++) + 108;
                    break;
                case >= 251 and <= 254:
                    operand = (-(first - 251) * 256) - bytes.Byte(at++) - 108;
                    break;
            }
        }

        return dict;
    }
}
