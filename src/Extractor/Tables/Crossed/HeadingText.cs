using System.Text;

namespace Extractor.Tables.Crossed;

/// <summary>Takes out of a heading what numbers the columns: "Tổng số (3)=(4)+(5)" is "Tổng số".</summary>
internal static class HeadingText
{
    /// <summary>The words of a heading.</summary>
    public static string WordsOf(string heading)
    {
        var words = new StringBuilder(heading.Length);
        for (int i = 0; i < heading.Length; i++)
        {
            if (heading[i] == '(' && heading.IndexOf(')', i) is > 0 and var close && !HasLetter(heading.AsSpan(i, close - i)))
            {
                i = close;
            }
            else
            {
                words.Append(char.IsWhiteSpace(heading[i]) ? ' ' : heading[i]);
            }
        }

        // "3=4+5" behind the words, or alone.
        ReadOnlySpan<char> rest = words.ToString().AsSpan().Trim(" +=.;:*");
        int last = rest.Length;
        while (last > 0 && !char.IsLetter(rest[last - 1]) && rest[last - 1] is not ('%' or ')'))
        {
            last--;
        }

        return HasFormula(rest[last..]) || last == 0 ? rest[..last].Trim().ToString() : rest.ToString();
    }

    private static bool HasFormula(ReadOnlySpan<char> tail) => tail.ContainsAny('=', '+');

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsLetter(c) || c == '%')
            {
                return true;
            }
        }

        return false;
    }
}
