namespace Extractor.Ingest.Text;

/// <summary>Parts the two columns of letterheads and signatures, which stand side by side on a line: "UBND …    CỘNG HÒA …".</summary>
internal static class LetterheadColumns
{
    private const int WideGap = 4;

    /// <summary>The texts on a line that wide gaps part; one where a gap is a blank to be filled in or stands between a name and its figure.</summary>
    public static List<string> Split(string line)
    {
        var parts = new List<string>();
        int start = 0;
        for (int i = 0; i < line.Length; i++)
        {
            int end = i;
            int width = 0;
            while (i < line.Length && char.IsWhiteSpace(line[i]))
            {
                width += line[i] == '\t' ? WideGap : 1;
                i++;
            }

            if (width >= WideGap && i < line.Length && Parts(line.AsSpan(start, end - start), line.AsSpan(i)))
            {
                parts.Add(line[start..end]);
                start = i;
            }
        }

        parts.Add(line[start..]);
        return parts;
    }

    private static bool Parts(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (!char.IsUpper(right[0]))
        {
            return false;
        }

        int next = right.IndexOf("    ");
        ReadOnlySpan<char> text = next < 0 ? right : right[..next];
        return left[^1] != ':' || text.IndexOfAnyInRange('a', 'z') < 0;
    }
}
