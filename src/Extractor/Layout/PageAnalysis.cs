namespace Extractor.Layout;

/// <summary>Turns a page upright and takes it apart into tables and lines.</summary>
internal static class PageAnalysis
{
    /// <summary>Takes a page apart.</summary>
    /// <param name="page">The page as seen.</param>
    /// <param name="strays">Receives lines written in another direction than the page and outside its tables: stamps, watermarks.</param>
    public static PageLayout TakeApart(PageContent page, List<TextLine> strays)
    {
        var turn = new PageTurn(MainAngle(page.Words), page.Width, page.Height);
        bool isTurned = turn.Angle is 90 or 270;
        double width = isTurned ? page.Height : page.Width;
        double height = isTurned ? page.Width : page.Height;
        var words = new List<Word>(page.Words.Count);
        var across = new List<Word>();
        foreach (Word word in page.Words)
        {
            (word.Angle == turn.Angle ? words : across).Add(turn.Angle == 0 ? word : Upright(word, turn));
        }

        List<Word> overlay = Overlays.Take(words, across);

        RaisedMarks.Find(words);
        IReadOnlyList<Rule> drawn = turn.Angle == 0 ? page.Rules : [.. page.Rules.Select(rule => Upright(rule, turn))];
        IReadOnlyList<Rule> rules = Underlines.Without(drawn, words);
        var content = new PageContent(page.Number, width, height, words, rules);
        words.AddRange(across.FindAll(static word => word.Angle % 90 == 0));
        List<PageTable> tables = RuledTableFinder.Find(content, turn, words);
        foreach (Word word in words.Where(word => word.Angle != turn.Angle).Concat(across.Where(static word => word.Angle % 90 != 0)))
        {
            strays.Add(new TextLine(page.Number, turn, [word]));
        }

        strays.AddRange(LineFinder.Find(page.Number, turn, overlay));

        words.RemoveAll(word => word.Angle != turn.Angle);
        List<TextLine> lines = LineFinder.Find(page.Number, turn, words);
        tables.Sort(static (a, b) => a.Top.CompareTo(b.Top));
        return new PageLayout
        {
            Number = page.Number,
            Turn = turn,
            Width = width,
            Height = height,
            Rules = rules,
            Tables = tables,
            Lines = lines,
        };
    }

    private static int MainAngle(IReadOnlyList<Word> words)
    {
        Span<int> letters = stackalloc int[4];
        foreach (Word word in words)
        {
            if (word.Angle % 90 == 0)
            {
                letters[word.Angle / 90 % 4] += word.Text.Length;
            }
        }

        int main = 0;
        for (int i = 1; i < 4; i++)
        {
            main = letters[i] > letters[main] ? i : main;
        }

        return main * 90;
    }

    private static Word Upright(Word word, PageTurn turn) => new()
    {
        Text = word.Text,
        Area = turn.Apply(word.Area),
        Baseline = turn.Baseline(word.Baseline),
        FontSize = word.FontSize,
        Angle = word.Angle,
        IsBold = word.IsBold,
        IsItalic = word.IsItalic,
        IsRaised = word.IsRaised,
        IsStamp = word.IsStamp,
        Certainty = word.Certainty,
    };

    private static Rule Upright(Rule rule, PageTurn turn)
    {
        Models.Box box = turn.Apply(new Models.Box(rule.X0, rule.Y0, rule.X1, rule.Y1));
        return new Rule(box.X0, box.Y0, box.X1, box.Y1, rule.IsShade);
    }
}
