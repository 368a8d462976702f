using Extractor.Layout;
using Extractor.Models;

namespace Extractor.Tests.Layout;

/// <summary>A page drawn by hand: every letter is half as wide as its font is high.</summary>
internal sealed class PageSketch(int number = 1, double width = 595, double height = 842)
{
    private readonly List<Word> _words = [];
    private readonly List<Rule> _rules = [];

    public static double WidthOf(string text, double size = 12) => text.Length * size / 2;

    public PageSketch Text(double x, double baseline, string text, double size = 12, bool bold = false, bool raised = false)
    {
        foreach (string word in text.Split(' '))
        {
            double end = x + WidthOf(word, size);
            _words.Add(new Word
            {
                Text = word,
                Area = new Box(x, baseline - size, end, baseline + (size / 4)),
                Baseline = baseline,
                FontSize = size,
                IsBold = bold,
                IsRaised = raised,
            });
            x = end + (size * 0.25);
        }

        return this;
    }

    /// <summary>Wraps a text into lines of a width and returns the baseline below the last.</summary>
    public double Wrap(double x, double baseline, double room, string text, double indent = 0, double size = 12)
    {
        string line = "";
        double left = x + indent;
        foreach (string word in text.Split(' '))
        {
            string longer = line.Length == 0 ? word : line + " " + word;
            int spaces = longer.Count(static c => c == ' ');
            if (line.Length > 0 && WidthOf(longer, size) - (spaces * size / 4) > room - (left - x))
            {
                Text(left, baseline, line, size);
                baseline += size * 1.2;
                left = x;
                longer = word;
            }

            line = longer;
        }

        Text(left, baseline, line, size);
        return baseline + (size * 1.2);
    }

    public PageSketch Line(double x0, double y0, double x1, double y1)
    {
        _rules.Add(new Rule(x0, y0, x1, y1));
        return this;
    }

    /// <summary>Draws every line of a grid.</summary>
    public PageSketch Grid(double[] columns, double[] rows)
    {
        foreach (double y in rows)
        {
            Line(columns[0], y, columns[^1], y);
        }

        foreach (double x in columns)
        {
            Line(x, rows[0], x, rows[^1]);
        }

        return this;
    }

    public PageContent Content() => new(number, width, height, _words, _rules);

    public static LayoutResult LayOut(params PageSketch[] pages) =>
        DocumentLayout.Build([.. pages.Select(static page => page.Content())], CancellationToken.None);

    public static string[] Texts(LayoutResult result) => [.. result.Blocks.OfType<TextBlock>().Select(static block => block.Text.Text)];

    public static string[][] Rows(TableBlock table) =>
        [.. Enumerable.Range(0, table.RowCount).Select(row =>
            Enumerable.Range(0, table.ColumnCount).Select(column => table[row, column] is { } cell && cell.Row == row && cell.Column == column
                ? cell.Text.Text : "").ToArray())];
}
