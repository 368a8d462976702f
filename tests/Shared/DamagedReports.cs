namespace Extractor.Tests.Shared;

/// <summary>Reports with random damage, the same for the same number.</summary>
internal static class DamagedReports
{
    private static readonly byte[][] Originals = [.. new[] { "word file named.pdf", "pdf named.txt" }.Select(name => HostileFiles.Make(name).Bytes)];

    /// <summary>One report with bytes overwritten, cut off, taken out, or with bits turned over.</summary>
    public static byte[] Make(int seed)
    {
        var random = new Random(seed);
        byte[] bytes = [.. Originals[seed % Originals.Length]];
        int start = random.Next(bytes.Length);
        int length = random.Next(1, 200);
        switch (random.Next(4))
        {
            case 0:
                random.NextBytes(bytes.AsSpan(start, Math.Min(length, bytes.Length - start)));
                break;
            case 1:
                return bytes[..start];
            case 2:
                return [.. bytes.AsSpan(0, start), .. bytes.AsSpan(Math.Min(start + length, bytes.Length))];
            default:
                for (int i = 0; i < length; i++)
                {
                    bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                }

                break;
        }

        return bytes;
    }
}
