namespace Extractor.Pdf.Filters;

/// <summary>LZWDecode (ISO 32000-2, 7.4.4): codes of 9 to 12 bits, 256 clears the table, 257 ends the data.</summary>
internal static class LzwFilter
{
    private const int Clear = 256;
    private const int EndOfData = 257;
    private const int TableSize = 4096;

    /// <summary>Decodes; false where a code cannot be right, which ends the data.</summary>
    /// <param name="input">The encoded bytes.</param>
    /// <param name="output">Takes the decoded bytes.</param>
    /// <param name="earlyChange">1 where codes grow one entry early, as PDF does by default.</param>
    public static bool Decode(ReadOnlySpan<byte> input, DecodeBuffer output, int earlyChange)
    {
        // An entry is a run of earlier output: where it starts and how long it is.
        int[] starts = new int[TableSize];
        int[] lengths = new int[TableSize];
        int next = EndOfData + 1;
        int width = 9;
        int previousStart = 0;
        int previousLength = 0;
        int bits = 0;
        int bitCount = 0;

        foreach (byte value in input)
        {
            bits = (bits << 8) | value;
            bitCount += 8;
            if (bitCount < width)
                continue;

            bitCount -= width;
            int code = bits >> bitCount;
            bits &= (1 << bitCount) - 1;
            if (code == EndOfData)
                return true;
            if (code == Clear)
            {
                (next, width, previousLength) = (EndOfData + 1, 9, 0);
                continue;
            }

            int start = output.Length;
            if (code < Clear)
            {
                output.Append((byte)code);
            }
            else if (code < next)
            {
                CopyRun(output, starts[code], lengths[code]);
            }
            else if (code == next && previousLength > 0)
            {
                CopyRun(output, previousStart, previousLength);
                output.Append(output.Written[start]);
            }
            else
            {
                return false;
            }

            if (previousLength > 0 && next < TableSize)
            {
                // The entry is the previous run and the first byte of this one, which stand next to each other in the output.
                (starts[next], lengths[next]) = (previousStart, previousLength + 1);
                next++;
            }

            if (next + earlyChange >= 1 << width && width < 12)
                width++;
            (previousStart, previousLength) = (start, output.Length - start);
        }

        return true;
    }

    private static void CopyRun(DecodeBuffer output, int start, int length)
    {
        Span<byte> space = output.FreeSpace(length);
        output.Written.Slice(start, length).CopyTo(space);
        output.Advance(length);
    }
}
