using System.Globalization;
using Extractor.Validation;
using Extractor.Validation.Engine;
using Extractor.Validation.Findings;

namespace Extractor.Tests.Validation;

/// <summary>
/// What the best of all guessers could name, who knows how errors are planted and tries every figure that could have stood in every cell of a broken rule:
/// those that leave no rule broken are what the rules cannot tell apart, and the likeliest of them is right as often as its share of them
/// (the error rate of Bayes). No search for repairs can be right more often.
/// </summary>
internal static class RepairBound
{
    /// <summary>Chances of the likeliest and of the three likeliest originals; 0 where no finding names the cells.</summary>
    public static (double First, double Three) Of(SyntheticReport report, ValidationReport before, IReadOnlyCollection<FindingDraft> news, string kind)
    {
        int brokenBefore = BrokenIn(before);
        HashSet<string> named = [.. news.SelectMany(f => f.Codes)];
        var odds = new List<double>();
        for (int row = 0; row < report.Cells.Length; row++)
        {
            if (report.Codes[row] is not { } code || !named.Contains(code) || PlantedErrorTests.Number(report.Cells[row]) is not (>= 0 and var written))
            {
                continue;
            }

            string text = report.Cells[row];
            foreach ((decimal meant, double chance) in kind == "tenfold" ? Tenfold(written) : Digits(written))
            {
                report.Cells[row] = meant.ToString("0.####", CultureInfo.InvariantCulture).Replace('.', ',');
                if (BrokenIn(report.Validate()) == brokenBefore)
                {
                    odds.Add(chance);
                }
            }

            report.Cells[row] = text;
        }

        double all = odds.Sum();
        odds.Sort((a, b) => b.CompareTo(a));
        return odds.Count == 0 ? (0, 0) : (odds[0] / all, odds.Take(3).Sum() / all);
    }

    private static int BrokenIn(ValidationReport report) => report.Instances.Count(i => i.Verdict.Outcome == CheckOutcome.Broken);

    private static IEnumerable<(decimal, double)> Tenfold(decimal written)
    {
        yield return (written * 10, 0.5);
        if (written >= 10 && written % 10 == 0)
        {
            yield return (written / 10, written % 100 == 0 ? 0.5 : 1);
        }
    }

    // Any digit changed into any other; a first digit that became 0 is no longer printed.
    private static IEnumerable<(decimal, double)> Digits(decimal written)
    {
        string text = written.ToString("0.####", CultureInfo.InvariantCulture);
        for (int longer = 0; longer <= (text.Contains('.', StringComparison.Ordinal) ? 0 : 2); longer++)
        {
            string padded = new string('0', longer) + text;
            for (int i = 0; i < (longer == 0 ? padded.Length : 1); i++)
            {
                for (char d = i == 0 && padded.Length > 1 ? '1' : '0'; d <= '9' && char.IsAsciiDigit(padded[i]); d++)
                {
                    string meant = string.Concat(padded.AsSpan(0, i), [d], padded.AsSpan(i + 1));
                    if (d != padded[i] && decimal.Parse(meant, CultureInfo.InvariantCulture) is > 0 and var figure)
                    {
                        yield return (figure, 1.0 / (9 * padded.Length));
                    }
                }
            }
        }
    }
}
