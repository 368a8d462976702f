using Extractor.Layout;
using Extractor.Normalisation;

namespace Extractor.Ingest.Pdf;

/// <summary>Joins letters of headings that are set apart, as in "B Á O  C Á O", where together they are Vietnamese words.</summary>
internal static class LetterSpacing
{
    private const int FewestLetters = 3;

    // In ems.
    private const double WidestSpacing = 1.2;
    private const double WordSpace = 0.15;

    /// <summary>Replaces such letters by the words they make.</summary>
    public static void Join(List<Word> words)
    {
        List<Word> letters = words.FindAll(static word => word.Text.Length == 1 && char.IsLetter(word.Text[0]) && word.Angle % 360 == 0);
        if (letters.Count < FewestLetters)
        {
            return;
        }

        letters.Sort(static (a, b) => a.Baseline != b.Baseline ? a.Baseline.CompareTo(b.Baseline) : a.Area.X0.CompareTo(b.Area.X0));
        for (int start = 0; start < letters.Count;)
        {
            int end = start + 1;
            while (end < letters.Count && Math.Abs(letters[end].Baseline - letters[start].Baseline) < 0.1 * letters[start].FontSize
                && Gap(letters, end) is > 0 and var gap && gap < 2.5 * WidestSpacing * letters[start].FontSize)
            {
                end++;
            }

            JoinRun(words, letters.GetRange(start, end - start));
            start = end;
        }
    }

    private static double Gap(List<Word> letters, int index) => letters[index].Area.X0 - letters[index - 1].Area.X1;

    private static void JoinRun(List<Word> words, List<Word> run)
    {
        if (run.Count < FewestLetters)
        {
            return;
        }

        double em = run[0].FontSize;
        double spacing = Enumerable.Range(1, run.Count - 1).Min(i => Gap(run, i));
        var groups = new List<List<Word>> { new() { run[0] } };
        for (int i = 1; i < run.Count; i++)
        {
            if (Gap(run, i) > spacing + (WordSpace * em))
            {
                groups.Add([]);
            }

            groups[^1].Add(run[i]);
        }

        bool areWords = groups.TrueForAll(static group => VietnameseText.IsSyllable(Text(group)));
        if (spacing > WidestSpacing * em || !areWords || groups.Count == run.Count)
        {
            return;
        }

        HashSet<Word> joined = [.. run];
        words.RemoveAll(joined.Contains);
        words.AddRange(groups.Select(One));
    }

    private static string Text(List<Word> letters) => string.Concat(letters.Select(static letter => letter.Text));

    private static Word One(List<Word> letters) => new()
    {
        Text = Text(letters),
        Area = letters.Select(static letter => letter.Area).Aggregate(static (a, b) => a.Union(b)),
        Baseline = letters[0].Baseline,
        FontSize = letters[0].FontSize,
        IsBold = letters[0].IsBold,
        IsItalic = letters[0].IsItalic,
        IsStamp = letters[0].IsStamp,
        Certainty = letters[0].Certainty,
    };
}
