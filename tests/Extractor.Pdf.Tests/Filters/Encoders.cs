using System.Text;

namespace Extractor.Pdf.Tests.Filters;

/// <summary>Writes what the filters read, straight from the standard's text.</summary>
internal static class Encoders
{
    public static byte[] Base85(byte[] data)
    {
        var text = new StringBuilder();
        for (int i = 0; i < data.Length; i += 4)
        {
            int count = Math.Min(4, data.Length - i);
            uint group = 0;
            for (int k = 0; k < 4; k++)
                group = (group << 8) | (k < count ? data[i + k] : 0u);
            if (group == 0 && count == 4)
            {
                text.Append('z');
                continue;
            }

            char[] digits = new char[5];
            for (int k = 4; k >= 0; k--, group /= 85)
                digits[k] = (char)('!' + (group % 85));
            text.Append(digits, 0, count + 1);
        }

        return Encoding.ASCII.GetBytes(text.Append("~>").ToString());
    }

    public static byte[] RunLengths(byte[] data)
    {
        var packed = new List<byte>();
        for (int i = 0; i < data.Length;)
        {
            int run = 1;
            while (run < 128 && i + run < data.Length && data[i + run] == data[i])
                run++;
            packed.AddRange(run > 1 ? [(byte)(257 - run), data[i]] : [0, data[i]]);
            i += run;
        }

        packed.Add(128);
        return [.. packed];
    }

    public static byte[] Lzw(byte[] data, int earlyChange)
    {
        var bits = new List<bool>();
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        int width = 9;
        Write(256);
        string run = "";
        foreach (byte value in data)
        {
            string longer = run + (char)value;
            if (longer.Length == 1 || table.ContainsKey(longer))
            {
                run = longer;
                continue;
            }

            Write(CodeOf(run));
            table[longer] = 258 + table.Count;
            run = ((char)value).ToString();
            if (table.Count + 258 >= 4095)
            {
                Write(256);
                table.Clear();
                width = 9;
            }
            else if (table.Count + 257 + earlyChange >= 1 << width)
            {
                width++;
            }
        }

        if (run.Length > 0)
        {
            Write(CodeOf(run));
            if (table.Count + 258 + earlyChange >= 1 << width && width < 12)
                width++;
        }

        Write(257);
        return Pack(bits);

        int CodeOf(string text) => text.Length == 1 ? text[0] : table[text];

        void Write(int code)
        {
            for (int bit = width - 1; bit >= 0; bit--)
                bits.Add(((code >> bit) & 1) != 0);
        }
    }

    /// <summary>Rows with the predictors none, sub, up, average and Paeth in turn.</summary>
    public static byte[] Png(byte[] pixels, int rowBytes, int pixelBytes)
    {
        var packed = new List<byte>();
        for (int row = 0; row * rowBytes < pixels.Length; row++)
        {
            int type = row % 5;
            packed.Add((byte)type);
            for (int i = 0; i < rowBytes; i++)
            {
                int left = i < pixelBytes ? 0 : pixels[(row * rowBytes) + i - pixelBytes];
                int up = row == 0 ? 0 : pixels[((row - 1) * rowBytes) + i];
                int corner = row == 0 || i < pixelBytes ? 0 : pixels[((row - 1) * rowBytes) + i - pixelBytes];
                int estimate = type switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Nearest(left, up, corner), _ => 0 };
                packed.Add((byte)(pixels[(row * rowBytes) + i] - estimate));
            }
        }

        return [.. packed];
    }

    private static int Nearest(int left, int up, int corner)
    {
        int estimate = left + up - corner;
        return new[] { left, up, corner }.MinBy(candidate => Math.Abs(estimate - candidate));
    }

    private static byte[] Pack(List<bool> bits)
    {
        byte[] bytes = new byte[(bits.Count + 7) / 8];
        for (int i = 0; i < bits.Count; i++)
            bytes[i / 8] |= (byte)(bits[i] ? 0x80 >> (i % 8) : 0);
        return bytes;
    }
}
