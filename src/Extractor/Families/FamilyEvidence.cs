using System.Collections.Immutable;
using Extractor.Models;
using Extractor.Normalisation;
using Extractor.Tables;

namespace Extractor.Families;

/// <summary>The texts of a document that tell report families apart, as match keys: title, captions, headings and a sample of row labels.</summary>
/// <param name="Title">The title.</param>
/// <param name="Captions">Titles above tables.</param>
/// <param name="Headings">Cells of the first rows of tables.</param>
/// <param name="Labels">Labels of rows, taken evenly over all tables.</param>
internal sealed record FamilyEvidence(string Title, string Captions, string Headings, ImmutableArray<string> Labels)
{
    private const int MostTables = 24;
    private const int HeadingRows = 4;
    private const int MostHeadings = 80;
    private const int MostLabels = 60;
    private const int FewestLetters = 5;

    /// <summary>Collects the texts; the cost does not grow with the document.</summary>
    public static FamilyEvidence Of(Document document, string? title)
    {
        var captions = new List<string>();
        var headings = new List<string>();
        var labels = ImmutableArray.CreateBuilder<string>();
        List<(TableBlock Table, int Block)> tables = [];
        int rows = 0;
        for (int i = 0; i < document.Blocks.Length && tables.Count < MostTables; i++)
        {
            if (document.Blocks[i] is TableBlock { RowCount: > 1, ColumnCount: > 1 } table)
            {
                tables.Add((table, i));
                rows += table.RowCount;
            }
        }

        foreach ((TableBlock table, int block) in tables)
        {
            captions.Add(MatchKey.Of(TableCaption.Above(document.Blocks, block, TableVocabulary.Default)));
            for (int row = 0; row < Math.Min(HeadingRows, table.RowCount); row++)
            {
                for (int column = 0; column < table.ColumnCount && headings.Count < MostHeadings; column++)
                {
                    if (table[row, column] is { } cell && cell.Row == row && cell.Column == column)
                    {
                        headings.Add(MatchKey.Of(cell.Text.Text));
                    }
                }
            }

            int step = Math.Max(1, rows / MostLabels);
            for (int row = 1; row < table.RowCount && labels.Count < MostLabels; row += step)
            {
                if (LabelOf(table, row) is { } label)
                {
                    labels.Add(MatchKey.Of(label));
                }
            }
        }

        return new FamilyEvidence(Spaced([MatchKey.Of(title ?? "")]), Spaced(captions), Spaced(headings), labels.ToImmutable());
    }

    /// <summary>The texts of a place.</summary>
    public string At(SignPlace place) => place switch
    {
        SignPlace.Title => Title,
        SignPlace.Caption => Captions,
        SignPlace.Heading => Headings,
        _ => throw new InvalidOperationException($"Unknown place {place}."),
    };

    // The first cell with words; numbers stand in front of it.
    private static string? LabelOf(TableBlock table, int row)
    {
        for (int column = 0; column < Math.Min(3, table.ColumnCount); column++)
        {
            if (table[row, column] is { } cell && cell.Row == row && cell.Text.Text.Count(char.IsLetter) >= FewestLetters)
            {
                return cell.Text.Text;
            }
        }

        return null;
    }

    // A sign may not reach over the end of a text.
    private static string Spaced(IEnumerable<string> keys) => $" {string.Join(" | ", keys)} ";
}
