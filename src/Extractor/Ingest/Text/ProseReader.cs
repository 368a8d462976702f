using System.Collections.Immutable;

namespace Extractor.Ingest.Text;

/// <summary>Joins the lines of running text to paragraphs; short lines, list items and headings stay by themselves.</summary>
internal sealed class ProseReader
{
    // A line is taken for wrapped when the next word would not have fitted; proportional fonts blur the edge.
    private const double FullLine = 0.88;
    private const int ShortestFullLine = 40;

    private readonly int _width;
    private readonly int _usualGap;

    /// <summary>Measures the lines of a text.</summary>
    public ProseReader(IReadOnlyList<TextLine> lines)
    {
        int[] lengths = [.. lines.Where(l => l.Text.Length >= ShortestFullLine).Select(l => l.Text.Length).Order()];
        _width = lengths.Length == 0 ? int.MaxValue : lengths[(int)(lengths.Length * 0.9)];
        _usualGap = LineGaps.Usual(lines);
    }

    /// <summary>The paragraphs of some lines.</summary>
    public ImmutableArray<Block> Read(IEnumerable<TextLine> lines)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var paragraph = new List<string>();
        int gap = 1;
        foreach (TextLine line in lines)
        {
            if (line.IsBlank)
            {
                gap++;
                continue;
            }

            if (LetterheadColumns.Split(line.Text) is { Count: > 1 } columns)
            {
                Flush();
                blocks.AddRange(columns.Select(c => new TextBlock(new PlacedText(c), TextStyle.Plain)));
                gap = 1;
                continue;
            }

            if (paragraph.Count > 0 && !Continues(paragraph[^1], line.Text, gap))
            {
                Flush();
            }

            paragraph.Add(line.Text);
            gap = 1;
        }

        Flush();
        return blocks.ToImmutable();

        void Flush()
        {
            if (paragraph.Count > 0)
            {
                blocks.Add(new TextBlock(new PlacedText(string.Join(' ', paragraph)), TextStyle.Plain));
                paragraph.Clear();
            }
        }
    }

    private bool Continues(string line, string next, int gap)
    {
        if (gap > _usualGap || Numbering.StartsItem(next) || StartsPart(next) || IsUpperCase(line) != IsUpperCase(next))
        {
            return false;
        }

        int space = next.IndexOf(' ', StringComparison.Ordinal);
        int needed = line.Length + 1 + (space < 0 ? next.Length : space);
        bool isFull = needed >= _width * FullLine;
        return isFull || (char.IsLower(next[0]) && line.Length >= _width * (FullLine - 0.13));
    }

    // "Biểu mẫu 1", "Nơi nhận:" begin something new wherever the line before ends.
    private static bool StartsPart(string line)
    {
        if (!char.IsUpper(line[0]))
        {
            return false;
        }

        List<string> words = FoldedText.FirstWords(line, 6);
        return TableWords.Default.MatchStart("caption", words) > 0 || TableWords.Default.MatchStart("table-end", words) > 0;
    }

    private static bool IsUpperCase(string text) => !text.Any(char.IsLower) && text.Any(char.IsUpper);
}
