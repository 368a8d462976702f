using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Filters;

/// <summary>ASCIIHexDecode and ASCII85Decode: binary data written as text.</summary>
internal static class TextFilters
{
    /// <summary>Decodes hexadecimal digits up to "&gt;"; anything else is passed over.</summary>
    public static bool DecodeHex(ReadOnlySpan<byte> input, DecodeBuffer output)
    {
        int high = -1;
        foreach (byte value in input)
        {
            if (value == '>')
                break;
            int digit = PdfCharacters.HexValue(value);
            if (digit < 0)
                continue;
            if (high >= 0)
                output.Append((byte)((high << 4) | digit));
            high = high < 0 ? digit : -1;
        }

        if (high >= 0)
            output.Append((byte)(high << 4));
        return true;
    }

    /// <summary>Decodes base 85 up to "~"; false where a character is outside the alphabet.</summary>
    public static bool Decode85(ReadOnlySpan<byte> input, DecodeBuffer output)
    {
        if (input.StartsWith("<~"u8))
            input = input[2..];
        uint group = 0;
        int count = 0;
        bool isWhole = true;
        foreach (byte value in input)
        {
            if (value == '~')
                break;
            if (value == 'z' && count == 0)
            {
                output.Fill(0, 4);
            }
            else if (value is >= (byte)'!' and <= (byte)'u')
            {
                group = unchecked((group * 85) + value - '!');
                if (++count < 5)
                    continue;
                AppendGroup(output, group, 4);
                (group, count) = (0, 0);
            }
            else if (!PdfCharacters.IsWhite(value))
            {
                isWhole = false;
            }
        }

        // A last group of n characters holds n - 1 bytes; the missing characters count as the highest.
        if (count > 1)
        {
            for (int i = count; i < 5; i++)
                group = unchecked((group * 85) + 84);
            AppendGroup(output, group, count - 1);
        }

        return isWhole;
    }

    private static void AppendGroup(DecodeBuffer output, uint group, int bytes)
    {
        for (int i = 0; i < bytes; i++)
            output.Append((byte)(group >> (24 - (8 * i))));
    }
}
