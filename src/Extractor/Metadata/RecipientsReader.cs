using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Metadata;

/// <summary>Reads the recipients under "Nơi nhận", without bullets and closing marks.</summary>
internal static class RecipientsReader
{
    private const int MaxRecipients = 60;

    private static readonly string[] Heading = HeadTokens.Phrase("nơi nhận");

    /// <summary>Reads them; the list ends with whoever files the document ("Lưu").</summary>
    public static Stated<ImmutableArray<string>> Read(HeadText head, HeadRegions regions)
    {
        var items = new List<HeadSpan>();
        bool isComplete = false;
        int start = regions.Foot;
        int heading = start < head.Lines.Length ? head.TokensOf(head.Lines[start]).IndexOf(Heading) : -1;
        for (int i = start; heading >= 0 && i < regions.Appendix && items.Count < MaxRecipients && !isComplete; i++)
        {
            foreach (HeadSpan part in Parts(head, LineWithoutSignature(head, i, i == start ? heading + Heading.Length : 0)))
            {
                isComplete = Add(head, items, part);
                if (isComplete)
                {
                    break;
                }
            }
        }

        return items.Count == 0
            ? Stated.Missing<ImmutableArray<string>>()
            : HeadValues.Of<ImmutableArray<string>>(
                head, [.. items.Select(item => HeadValues.Squeeze(head.Slice(item)))], items, isComplete ? 0.95 : 0.8);
    }

    private static HeadSpan LineWithoutSignature(HeadText head, int index, int skip)
    {
        HeadLine line = head.Lines[index];
        ReadOnlySpan<HeadToken> tokens = head.TokensOf(line);
        int start = skip > 0 ? tokens[skip - 1].End : line.Span.Start;
        int title = SignatureReader.TitleAt(tokens);
        int end = Math.Max(start, title >= 0 ? tokens[title].Start : line.Span.End);
        ReadOnlySpan<char> text = head.Text.AsSpan(start, end - start).TrimEnd();
        // "./." ends the list; a wide gap is the one between two columns.
        int cut = text.IndexOf("./.");
        int gap = text.TrimStart().IndexOf("   ");
        end = cut >= 0 ? start + cut : gap >= 0 ? start + (text.Length - text.TrimStart().Length) + gap : end;

        return new HeadSpan(start, end);
    }

    // Recipients that a layout joined to one paragraph are parted by semicolon and hyphen.
    private static IEnumerable<HeadSpan> Parts(HeadText head, HeadSpan span)
    {
        int start = span.Start;
        for (int i = span.Start; i < span.End; i++)
        {
            if (head.Text[i] == ';')
            {
                yield return new HeadSpan(start, i + 1);
                start = i + 1;
            }
        }

        yield return new HeadSpan(start, span.End);
    }

    private static bool Add(HeadText head, List<HeadSpan> items, HeadSpan part)
    {
        bool hasBullet = StartsWithBullet(head, part);
        HeadSpan item = Bare(head, part);
        if (item.Length == 0 || (!hasBullet && items.Count > 0 && !IsOpen(head, items[^1]) && PersonOrStamp(head, item)))
        {
            return false;
        }

        if (!hasBullet && items.Count > 0 && IsOpen(head, items[^1]))
        {
            items[^1] = new HeadSpan(items[^1].Start, item.End);
        }
        else
        {
            items.Add(item);
        }

        return head.Slice(items[^1]).StartsWith("Lưu", StringComparison.OrdinalIgnoreCase);
    }

    // An item goes on in the next line unless a semicolon or full stop closes it.
    private static bool IsOpen(HeadText head, HeadSpan item)
    {
        ReadOnlySpan<char> rest = head.Text.AsSpan(item.End).TrimStart(' ');
        return rest.IsEmpty || rest[0] is not (';' or '.' or '/');
    }

    private static bool PersonOrStamp(HeadText head, HeadSpan item)
    {
        HeadLine line = head.Lines[head.LineAt(item.Start)];
        ReadOnlySpan<HeadToken> tokens = head.TokensOf(line);
        return LetterheadReader.IsStamp(tokens) || PersonName.Read(head, tokens, out _) is not null;
    }

    private static bool StartsWithBullet(HeadText head, HeadSpan part)
    {
        ReadOnlySpan<char> text = head.Slice(part).TrimStart();
        return !text.IsEmpty && text[0] is '-' or '–' or '+' or '•' or '*';
    }

    private static HeadSpan Bare(HeadText head, HeadSpan part)
    {
        (int start, int end) = (part.Start, part.End);
        while (start < end && (char.IsWhiteSpace(head.Text[start]) || head.Text[start] is '-' or '–' or '+' or '•' or '*' or ':'))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(head.Text[end - 1]) || head.Text[end - 1] is ';' or '.' or '/' or ','))
        {
            end--;
        }

        return new HeadSpan(start, end);
    }
}
