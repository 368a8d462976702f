using System.Collections.Immutable;
using Extractor.Models;
using Extractor.Tables;

namespace Extractor.Results;

/// <summary>Quotes the tokens a value derives from, one quote a page they stand on.</summary>
internal static class EvidenceWriter
{
    /// <summary>Quotes a span of a row's figure.</summary>
    public static ImmutableArray<Evidence> OfCell(
        StatisticalRow row, PlacedText cell, int? column, EvidenceSource source, int start, int length, IndicatorValue? value,
        Confidence confidence)
    {
        ImmutableArray<Evidence> quotes = length == 0
            ? [OfEmptyCell(row, source, confidence)]
            : OfSpan(cell, start, length, source, value, confidence);
        return [.. quotes.Select(q => q with { Table = row.Table, Row = row.Row, Column = column })];
    }

    /// <summary>Quotes a span of a paragraph.</summary>
    public static ImmutableArray<Evidence> OfParagraph(
        PlacedText text, int block, int start, int length, IndicatorValue? value, Confidence confidence) =>
        [.. OfSpan(text, start, length, EvidenceSource.Narrative, value, confidence).Select(q => q with { Paragraph = block })];

    // An empty cell has no words; its row shows the reviewer where a figure is missing.
    private static Evidence OfEmptyCell(StatisticalRow row, EvidenceSource source, Confidence confidence) =>
        row.Areas.IsEmpty
            ? new Evidence(source, null, "", null, null, confidence)
            : new Evidence(source, null, "", row.Areas[0].Page, row.Areas[0].Box, confidence);

    private static ImmutableArray<Evidence> OfSpan(
        PlacedText text, int start, int length, EvidenceSource source, IndicatorValue? value, Confidence confidence)
    {
        if (text.Words.IsEmpty)
        {
            string quote = text.Text.Substring(start, length);
            return [new Evidence(source, value, quote, null, null, confidence) { Start = start, Length = length }];
        }

        var quotes = ImmutableArray.CreateBuilder<Evidence>();
        foreach ((PageArea area, int from, int to) in PagesOf(text, start, start + length))
        {
            quotes.Add(new Evidence(source, value, text.Text[from..to], area.Page, area.Box, confidence) { Start = from, Length = to - from });
        }

        return quotes.ToImmutable();
    }

    private static List<(PageArea Area, int From, int To)> PagesOf(PlacedText text, int start, int end)
    {
        var pages = new List<(PageArea Area, int From, int To)>();
        foreach (PlacedWord word in text.Words)
        {
            int from = Math.Max(word.Start, start);
            int to = Math.Min(word.Start + word.Length, end);
            if (from >= to)
            {
                continue;
            }

            if (pages.Count > 0 && pages[^1].Area.Page == word.Page)
            {
                (PageArea area, int first, _) = pages[^1];
                pages[^1] = (area with { Box = area.Box.Union(word.Area) }, first, to);
            }
            else
            {
                pages.Add((new PageArea(word.Page, word.Area), from, to));
            }
        }

        return pages;
    }
}
