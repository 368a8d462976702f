namespace Extractor.Pdf.Filters;

/// <summary>RunLengthDecode: a length below 128 copies bytes, one above repeats a byte, 128 ends the data.</summary>
internal static class RunLengthFilter
{
    private const byte EndOfData = 128;

    /// <summary>Decodes; false where the data ends inside a run.</summary>
    public static bool Decode(ReadOnlySpan<byte> input, DecodeBuffer output)
    {
        for (int i = 0; i < input.Length; i++)
        {
            byte length = input[i];
            if (length == EndOfData)
                return true;
            if (length < EndOfData)
            {
                ReadOnlySpan<byte> rest = input[(i + 1)..];
                int count = Math.Min(length + 1, rest.Length);
                output.Append(rest[..count]);
                if (count <= length)
                    return false;
                i += count;
            }
            else if (++i < input.Length)
            {
                output.Fill(input[i], 257 - length);
            }
            else
            {
                return false;
            }
        }

        return true;
    }
}
