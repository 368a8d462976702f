using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Metadata;

/// <summary>Reads the title: the kind of document and the lines of its subject.</summary>
internal static class TitleReader
{
    private const int MaxLines = 8;
    private const int MaxLength = 500;

    // A subject is a phrase; whatever is longer than this in one paragraph is the body.
    private const int MaxSubjectLength = 330;

    private static readonly string[][] BodyStarts = HeadTokens.Phrases(
        "kính gửi", "căn cứ", "trên cơ sở", "để triển khai", "phần thứ", "phần i", "phần một", "đặc điểm tình hình", "ngày", "nơi nhận",
        "stt", "ký bởi");

    private static readonly string[][] OrderStarts = HeadTokens.Phrases(
        "thực hiện", "triển khai", "theo", "ubnd", "ủy ban nhân dân", "trong", "sở", "nhằm", "năm", "phúc đáp", "tiếp tục");

    private static readonly string[] NumberWord = HeadTokens.Phrase("số");

    /// <summary>Lines of the title, the kind first; empty if there is none.</summary>
    public static ImmutableArray<HeadSpan> Find(HeadText head, HeadRegions regions)
    {
        if (regions.Title < 0)
        {
            return [];
        }

        HeadLine kind = head.Lines[regions.Title];
        var spans = ImmutableArray.CreateBuilder<HeadSpan>();
        spans.Add(kind.Span.Trim(head.Text));
        int length = kind.Span.Length;
        for (int i = regions.Title + 1; i < Math.Min(regions.Foot, head.Lines.Length) && spans.Count < MaxLines; i++)
        {
            HeadLine line = head.Lines[i];
            if (IsOrnament(head, line))
            {
                continue;
            }

            length += line.Span.Length;
            if (length > MaxLength || IsBody(head, line, kind, hasSubject: spans.Count > 1 || kind.TokenCount > 3))
            {
                break;
            }

            spans.Add(line.Span.Trim(head.Text));
        }

        return spans.ToImmutable();
    }

    /// <summary>The title as one line with its places.</summary>
    public static Stated<string> Read(HeadText head, HeadRegions regions)
    {
        ImmutableArray<HeadSpan> spans = Find(head, regions);
        if (spans.IsEmpty)
        {
            return Stated.Missing<string>();
        }

        double confidence = (HeadRegions.IsKind(head, head.Lines[regions.Title]), spans.Length) switch
        {
            (true, > 1) => 0.97,
            (true, _) => 0.9,
            _ => 0.75,
        };

        return HeadValues.Of(head, string.Join(' ', spans.Select(s => HeadValues.Squeeze(head.Slice(s)))), spans, confidence);
    }

    // Rules drawn with dashes or stars, and stray letters of a damaged text layer.
    private static bool IsOrnament(HeadText head, HeadLine line)
    {
        int letters = 0;
        foreach (HeadToken token in head.TokensOf(line))
        {
            letters += token.Span.Length;
        }

        return letters <= 1;
    }

    // "V/v" is no Roman number.
    private static bool IsRegarding(ReadOnlySpan<char> text) => text.StartsWith("V/v", StringComparison.OrdinalIgnoreCase);

    private static bool IsBody(HeadText head, HeadLine line, HeadLine kind, bool hasSubject)
    {
        ReadOnlySpan<HeadToken> tokens = head.TokensOf(line);
        ReadOnlySpan<char> text = head.Slice(line.Span.Trim(head.Text));
        if (text.Length > MaxSubjectLength || text[0] is '(' or '-' or '+' or '*' or '•' || text.EndsWith(":") || (OutlineNumber.Opens(text) && !IsRegarding(text))
            || line.IsCell != kind.IsCell || tokens.StartsWithAny(BodyStarts))
        {
            return true;
        }

        // A small letter goes on with the line above.
        if (hasSubject && char.IsLower(text[0]))
        {
            return false;
        }

        // "Thực hiện công tác …" may be a subject; "Thực hiện Công văn số 62/NV …" names the order the report follows.
        if (tokens.StartsWithAny(OrderStarts) && (hasSubject || tokens.IndexOf(NumberWord) >= 0 || text.EndsWith(".")))
        {
            return true;
        }

        bool looksLikeBody = kind.Style.Alignment == TextAlignment.Center && line.Style.Alignment == TextAlignment.Left && !line.Style.IsBold;
        return looksLikeBody && hasSubject && (text.EndsWith(".") || kind.Style.IsBold);
    }
}
