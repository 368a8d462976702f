using System.Text;

namespace Extractor.Pdf.Tests.Fuzzing;

/// <summary>Damages a file in the ways storage, transfer and hostile hands do; the same seed does the same damage.</summary>
internal sealed class PdfMutator(int seed)
{
    private static readonly string[] Numbers = ["0", "-1", "1", "65535", "2147483647", "-2147483648", "9999999999", "1e9", "0.0000000000000000000000000001"];

    private static readonly string[] Words =
    [
        "endobj", "endstream", "stream", "<<", ">>", "[", "]", "(", ")", "<", ">", "1 0 R", "2 0 R", "3 0 obj", "trailer", "startxref", "xref",
        "/Kids", "/Length", "/Filter", "/Parent", "/Type", "/Prev", "/FlateDecode", "/LZWDecode", "BI", "ID", "EI", "q", "Q", "cm", "Tf", "TJ", "Do", "BDC",
    ];

    private readonly Random _random = new(seed);

    public byte[] Mutate(byte[] original)
    {
        byte[] bytes = (byte[])original.Clone();
        for (int rounds = _random.Next(1, 9); rounds > 0 && bytes.Length > 0; rounds--)
            bytes = MutateOnce(bytes);
        return bytes;
    }

    private byte[] MutateOnce(byte[] bytes) => _random.Next(9) switch
    {
        0 => Flip(bytes, _random.Next(1, 30)),
        1 => Flip(bytes, 1),
        2 => bytes[..At(bytes)],
        3 => Remove(bytes),
        4 => Splice(bytes),
        5 or 6 => ReplaceNumber(bytes),
        7 => Insert(bytes, At(bytes), Encoding.Latin1.GetBytes(" " + Words[_random.Next(Words.Length)] + " ")),
        _ => SwapObjects(bytes),
    };

    private int At(byte[] bytes) => _random.Next(bytes.Length);

    private byte[] Flip(byte[] bytes, int count)
    {
        for (; count > 0; count--)
            bytes[At(bytes)] = (byte)_random.Next(256);
        return bytes;
    }

    private byte[] Remove(byte[] bytes)
    {
        int from = At(bytes);
        int length = Math.Min(_random.Next(1, 200), bytes.Length - from);
        return [.. bytes[..from], .. bytes[(from + length)..]];
    }

    private byte[] Splice(byte[] bytes)
    {
        int from = At(bytes);
        int length = Math.Min(_random.Next(1, 400), bytes.Length - from);
        return Insert(bytes, At(bytes), bytes[from..(from + length)]);
    }

    private static byte[] Insert(byte[] bytes, int at, byte[] inserted) => [.. bytes[..at], .. inserted, .. bytes[at..]];

    /// <summary>Puts an extreme or another number in place of one: lengths, offsets, counts, references, operands.</summary>
    private byte[] ReplaceNumber(byte[] bytes)
    {
        int from = At(bytes);
        while (from < bytes.Length && !char.IsAsciiDigit((char)bytes[from]))
            from++;
        int to = from;
        while (to < bytes.Length && char.IsAsciiDigit((char)bytes[to]))
            to++;
        string number = _random.Next(2) == 0
            ? Numbers[_random.Next(Numbers.Length)]
            : _random.Next(40).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return [.. bytes[..from], .. Encoding.Latin1.GetBytes(number), .. bytes[to..]];
    }

    /// <summary>Exchanges two stretches that start at the word obj, so that objects stand under each other's number.</summary>
    private byte[] SwapObjects(byte[] bytes)
    {
        int first = NextObject(bytes, At(bytes));
        int second = NextObject(bytes, At(bytes));
        if (first < 0 || second < 0)
            return bytes;
        int length = Math.Min(_random.Next(1, 300), bytes.Length - Math.Max(first, second));
        byte[] swapped = (byte[])bytes.Clone();
        bytes.AsSpan(first, length).CopyTo(swapped.AsSpan(second));
        bytes.AsSpan(second, length).CopyTo(swapped.AsSpan(first));
        return swapped;
    }

    private static int NextObject(byte[] bytes, int from)
    {
        int index = bytes.AsSpan(from).IndexOf(" obj"u8);
        return index < 0 ? -1 : from + index;
    }
}
