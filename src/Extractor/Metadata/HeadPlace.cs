using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Metadata;

/// <summary>Where a line stands in the document.</summary>
/// <param name="Source">The paragraph or cell it is a part of.</param>
/// <param name="Offset">Its first character in there.</param>
internal sealed record HeadPlace(PlacedText Source, int Offset)
{
    /// <summary>Index of the paragraph among the blocks.</summary>
    public int? Paragraph { get; init; }

    /// <summary>Index of the table.</summary>
    public int? Table { get; init; }

    /// <summary>Row of the cell.</summary>
    public int? Row { get; init; }

    /// <summary>Column of the cell.</summary>
    public int? Column { get; init; }

    /// <summary>Quotes characters of the line.</summary>
    public Evidence Quote(int start, string text, double confidence)
    {
        ImmutableArray<PageArea> areas = Source.Locate(Offset + start, text.Length);
        return new Evidence(
            EvidenceSource.Narrative, null, text, areas.IsEmpty ? null : areas[0].Page, areas.IsEmpty ? null : areas[0].Box, new Confidence(confidence))
        {
            Paragraph = Paragraph,
            Table = Table,
            Row = Row,
            Column = Column,
            Start = Offset + start,
            Length = text.Length,
        };
    }
}
