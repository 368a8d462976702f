namespace Extractor.Values;

/// <summary>
/// Reads numbers of official documents as decree 30/2020/NĐ-CP forms them (number/kind-issuer) and as people type them, with blanks and other dashes.
/// </summary>
internal static class DocumentNumberReader
{
    private const int LongestNumber = 5;

    /// <summary>The first document number of the text, or null.</summary>
    public static DocumentNumber? Find(string text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            bool startsNumber = char.IsAsciiDigit(text[at]) && (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '/' or '.' or ','));
            if (startsNumber && ReadAt(text, at) is { } number)
            {
                return number;
            }
        }

        return null;
    }

    private static DocumentNumber? ReadAt(string text, int start)
    {
        int at = start;
        string number = TakeDigits(text, ref at);
        if (number.Length > LongestNumber)
        {
            return null;
        }

        if (at < text.Length && char.IsAsciiLetterLower(text[at]) && !IsLetterAt(text, at + 1))
        {
            number += text[at++];
        }

        string year = "";
        int year0 = SkipJoint(text, at, "/");
        if (year0 > 0 && year0 + 4 < text.Length && char.IsAsciiDigit(text[year0]))
        {
            int end = year0;
            year = TakeDigits(text, ref end);
            at = end;
            if (year.Length != 4)
            {
                return null;
            }
        }

        int type0 = SkipJoint(text, at, "/-–");
        string type = type0 > 0 ? TakeCapitals(text, ref type0) : "";
        if (type.Length == 0)
        {
            return null;
        }

        int issuer0 = SkipJoint(text, type0, "/-–");
        string issuer = issuer0 > 0 ? TakeCapitals(text, ref issuer0) : "";
        int last = issuer.Length > 0 ? issuer0 : type0;
        return new DocumentNumber(number, year, type, issuer, start, last - start);
    }

    private static string TakeDigits(string text, ref int at)
    {
        int from = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return text[from..at];
    }

    // Kinds and issuers are capitals, but for the small letters of "TTg" or "ĐTVp".
    private static string TakeCapitals(string text, ref int at)
    {
        int from = at;
        while (at < text.Length && (char.IsLetter(text[at]) || (text[at] is '&' or '.' && IsCapitalAt(text, at + 1))))
        {
            at++;
        }

        return IsCapitalAt(text, from) && (at - from == 1 || IsCapitalAt(text, from + 1)) ? text[from..at] : "";
    }

    // Place behind one of the separators with at most one blank on either side; 0 if there is none.
    private static int SkipJoint(string text, int at, string separators)
    {
        at += at < text.Length && text[at] == ' ' ? 1 : 0;
        if (at >= text.Length || !separators.Contains(text[at], StringComparison.Ordinal))
        {
            return 0;
        }

        at++;
        at += at < text.Length && text[at] == ' ' ? 1 : 0;
        return at < text.Length ? at : 0;
    }

    private static bool IsLetterAt(string text, int at) => at < text.Length && char.IsLetter(text[at]);

    private static bool IsCapitalAt(string text, int at) => at < text.Length && char.IsUpper(text[at]);
}
