using Extractor.Normalisation;

namespace Extractor.Metadata;

/// <summary>How far the letters of a head can be trusted, by the share of words that are possible syllables: a ruined text layer has few.</summary>
internal static class Legibility
{
    private const int LinesAround = 4;
    private const int FewestWords = 8;
    private const double Ruined = 0.3;
    private const double SurelyRuined = 0.5;

    // Names of places in the languages of the highlands are no Vietnamese syllables, but the lines around them are.
    private const double SurelyReadable = 0.8;

    /// <summary>What is left of a confidence in something read from a span, 0.3 to 1.</summary>
    public static double Of(HeadText head, HeadSpan span)
    {
        if (head.Lines.IsEmpty)
        {
            return 1;
        }

        int first = Math.Max(0, head.LineAt(span.Start) - LinesAround);
        int last = Math.Min(head.Lines.Length - 1, head.LineAt(Math.Max(span.Start, span.End - 1)) + LinesAround);
        double around = TrustIn(head.Text.AsSpan(head.Lines[first].Span.Start, head.Lines[last].Span.End - head.Lines[first].Span.Start));

        return Math.Min(around, TrustIn(head.Slice(span)));
    }

    private static double TrustIn(ReadOnlySpan<char> text)
    {
        var census = new SyllableCensus();
        census.Add(text);
        double share = census.Words < FewestWords ? 1 : Math.Clamp((census.ValidShare - SurelyRuined) / (SurelyReadable - SurelyRuined), 0, 1);

        return Ruined + ((1 - Ruined) * share);
    }
}
