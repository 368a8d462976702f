using System.Collections.Immutable;
using System.Text;
using Extractor.Models;

namespace Extractor.Metadata;

/// <summary>Makes stated values of the report's head.</summary>
internal static class HeadValues
{
    /// <summary>A value with the spans it was read from.</summary>
    public static Stated<T> Of<T>(HeadText head, T value, IEnumerable<HeadSpan> spans, double confidence)
    {
        ImmutableArray<Evidence> evidence = [.. spans.SelectMany(span => head.Quote(span, confidence))];
        return new Stated<T>(value, new Confidence(confidence), evidence);
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
