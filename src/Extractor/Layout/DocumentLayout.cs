using System.Collections.Immutable;

namespace Extractor.Layout;

/// <summary>What the words and rules of all pages amount to.</summary>
/// <param name="Blocks">Paragraphs and tables in reading order.</param>
/// <param name="Notes">Footnotes.</param>
/// <param name="Furniture">Texts that belong to the pages.</param>
internal sealed record LayoutResult(ImmutableArray<Block> Blocks, ImmutableArray<Note> Notes, ImmutableArray<PlacedText> Furniture);

/// <summary>Turns pages of words and rules into paragraphs and tables; knows neither PDF nor OCR.</summary>
internal static class DocumentLayout
{
    /// <summary>Lays out a document.</summary>
    public static LayoutResult Build(IReadOnlyList<PageContent> pages, CancellationToken cancellationToken)
    {
        var layouts = new List<PageLayout>(pages.Count);
        var strays = new List<TextLine>();
        foreach (PageContent page in pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            layouts.Add(PageAnalysis.TakeApart(page, strays));
        }

        List<TextLine> furniture = PageFurniture.Take(layouts);
        furniture.AddRange(strays);
        double bodySize = FontSizes.OfBody(layouts);
        var text = new PlacedTextBuilder();
        var notes = ImmutableArray.CreateBuilder<Note>();
        var flow = new BlockFlow(text, new BodyMargins(layouts));
        foreach (PageLayout page in layouts)
        {
            foreach ((string mark, List<TextLine> lines) in Footnotes.Take(page, bodySize))
            {
                notes.Add(new Note(mark, text.OfParagraph(lines)));
            }
        }

        new AlignedTableFinder().Find(layouts, cancellationToken);
        foreach (PageLayout page in layouts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            flow.Add(page);
        }

        return new LayoutResult(
            flow.Finish(), notes.ToImmutable(), [.. furniture.Select(line => text.OfParagraph([line]))]);
    }
}
