using System.Collections.Immutable;
using System.Text;
using Extractor.Models;

namespace Extractor.Metadata;

/// <summary>Makes stated values of the report's head.</summary>
internal static class HeadValues
{
    /// <summary>A value with the spans it was read from; letters that make no words lower the confidence.</summary>
    public static Stated<T> Of<T>(HeadText head, T value, IEnumerable<HeadSpan> spans, double confidence)
    {
        ImmutableArray<HeadSpan> quoted = [.. spans];
        confidence *= quoted.Select(span => Legibility.Of(head, span)).DefaultIfEmpty(1).Min();
        return new Stated<T>(value, new Confidence(confidence), [.. quoted.SelectMany(span => head.Quote(span, confidence))]);
    }

    /// <summary>The text with every run of blanks as one.</summary>
    public static string Squeeze(ReadOnlySpan<char> text)
    {
        var squeezed = new StringBuilder(text.Length);
        bool isBlank = false;
        foreach (char c in text.Trim())
        {
            if (char.IsWhiteSpace(c))
            {
                isBlank = true;
                continue;
            }

            if (isBlank)
            {
                squeezed.Append(' ');
                isBlank = false;
            }

            squeezed.Append(c);
        }

        return squeezed.ToString();
    }

    /// <summary>What joins two words of a name: their hyphen, comma or apostrophe, blanks as one.</summary>
    public static string Joint(ReadOnlySpan<char> gap)
    {
        string joint = Squeeze(gap);
        bool isOpen = gap.IsEmpty || !char.IsWhiteSpace(gap[0]);
        bool isClosed = gap.IsEmpty || !char.IsWhiteSpace(gap[^1]);
        if (joint.Length == 0)
        {
            return gap.IsEmpty ? "" : " ";
        }

        return (isOpen ? "" : " ") + joint + (isClosed ? "" : " ");
    }
}
