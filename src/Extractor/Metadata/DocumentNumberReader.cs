using System.Text;
using Extractor.Models;

namespace Extractor.Metadata;

/// <summary>Reads the number of the document, "282/BC-UBND" (Decree 30/2020/ND-CP, annex I, II.3).</summary>
internal static class DocumentNumberReader
{
    private const int MaxSuffix = 40;

    private static readonly string[] Caption = HeadTokens.Phrase("báo cáo số");

    /// <summary>Reads it from the letterhead; failing that from the appendix, which repeats it.</summary>
    public static Stated<string> Read(HeadText head, HeadRegions regions)
    {
        foreach (HeadLine line in LetterheadReader.LinesOf(head, regions))
        {
            ReadOnlySpan<HeadToken> tokens = head.TokensOf(line);
            for (int i = 0; i < tokens.Length; i++)
            {
                if (tokens[i].Key == "số" && tokens[i].IsCapitalised && TryRead(head, tokens[i], out HeadSpan span, out string number))
                {
                    return HeadValues.Of(head, number, [span], 0.98);
                }
            }
        }

        foreach (HeadLine line in head.Lines)
        {
            if (AppendixCaption.IsOne(head.TokensOf(line)) && TryReadCaption(head, line, out HeadSpan span, out string number))
            {
                return HeadValues.Of(head, number, [span], 0.9);
            }
        }

        return Stated.Missing<string>();
    }

    /// <summary>The number that the caption of an appendix gives; null where it is blank.</summary>
    public static string? InCaption(HeadText head, HeadLine line) => TryReadCaption(head, line, out _, out string number) ? number : null;

    private static bool TryReadCaption(HeadText head, HeadLine line, out HeadSpan span, out string number)
    {
        ReadOnlySpan<HeadToken> tokens = head.TokensOf(line);
        int at = tokens.IndexOf(Caption);
        (span, number) = (default, "");
        return at >= 0 && TryRead(head, tokens[at + 2], out span, out number);
    }

    /// <summary>Character after the number, blank or not, that the word "Số" introduces.</summary>
    public static int EndAfter(HeadText head, HeadToken word)
    {
        TryRead(head, word, out HeadSpan span, out _);
        return span.End;
    }

    // After "Số": an optional colon, figures (blank in a draft), a stroke and the short signs of kind and agency, with blanks where people like.
    private static bool TryRead(HeadText head, HeadToken word, out HeadSpan span, out string number)
    {
        string text = head.Text;
        int at = SkipBlanks(text, word.End);
        at = at < text.Length && text[at] == ':' ? SkipBlanks(text, at + 1) : at;
        int start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        int figures = at - start;
        // A number inserted later carries a letter: 14a/KH-UBND.
        at += at < text.Length && char.IsAsciiLetterLower(text[at]) ? 1 : 0;
        int stroke = SkipBlanks(text, at);
        int end = stroke < text.Length && text[stroke] is '/' or '-' ? EndOfSigns(text, stroke) : stroke;
        span = new HeadSpan(start, end);
        number = Join(text.AsSpan(start, end - start));

        return figures > 0 && end > stroke + 1;
    }

    private static int SkipBlanks(string text, int at)
    {
        // Dots and rules stand for figures that are filled in by hand.
        while (at < text.Length && text[at] is ' ' or '\t' or '\u00A0' or '.' or '…' or '_')
        {
            at++;
        }

        return at;
    }

    // Signs are capitals parted by hyphens; a blank is inside them only next to a hyphen, otherwise the place and date follow on the same line.
    private static int EndOfSigns(string text, int stroke)
    {
        int end = stroke;
        int at = stroke;
        while (at < text.Length && at - stroke < MaxSuffix)
        {
            char c = text[at];
            if (char.IsUpper(c) || (char.IsAsciiDigit(c) && at > stroke + 1) || c is '&')
            {
                end = ++at;
                end = at += IsSmallEnd(text, at) ? 1 : 0;
            }
            else if (c is '-' or '–' or '/')
            {
                at++;
                at = SkipBlanks(text, at);
            }
            else if (SkipBlanks(text, at) is var next && next > at && next < text.Length && text[next] is '-' or '–')
            {
                at = next;
            }
            else
            {
                break;
            }
        }

        // A capitalised word that follows a blank ("BC- Minh Tân") is no sign.
        return end < text.Length && char.IsLower(text[end]) && char.IsUpper(text[end - 1]) && end > stroke ? end - 1 : end;
    }

    // "TTr": one small letter may end a sign.
    private static bool IsSmallEnd(string text, int at) =>
        at < text.Length && char.IsAsciiLetterLower(text[at]) && at > 1 && char.IsUpper(text[at - 1]) && char.IsUpper(text[at - 2])
        && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]));

    private static string Join(ReadOnlySpan<char> quote)
    {
        var number = new StringBuilder(quote.Length);
        foreach (char c in quote)
        {
            if (!char.IsWhiteSpace(c))
            {
                number.Append(c == '–' ? '-' : c);
            }
        }

        return number.ToString().TrimEnd('-', '/');
    }
}
