using System.Collections.Immutable;
using System.Globalization;
using Extractor.Evaluation;
using Extractor.Models;
using Extractor.Training.Synthesis;

namespace Extractor.Training.Printing;

/// <summary>What happens to a report before it is read: people mistype, scanners misread, converters lose cells.</summary>
internal static class ReportDamage
{
    private const int MostTries = 50;
    private const string Digits = "0123456789";
    private const string LookAlikes = "8739865412";
    private const string Letters = "OlZ3ASGTB9";

    /// <summary>A report in which its agency mistyped a figure or two: that is what it states, so reading it is right.</summary>
    public static PrintedReport Mistype(PrintedReport report, SeededRandom random)
    {
        GoldRow[] rows = [.. report.Gold.Rows];
        int slips = 1 + random.Below(2);
        for (int tries = 0; tries < MostTries && slips > 0; tries++)
        {
            int at = random.Below(rows.Length);
            if (rows[at].Truth is NumberValue { Number: >= 10 } figure && figure.Number == decimal.Truncate(figure.Number))
            {
                char[] digits = figure.Number.ToString("0", CultureInfo.InvariantCulture).ToCharArray();
                int digit = random.Below(digits.Length);
                digits[digit] = (char)('1' + random.Below(9));
                decimal slip = decimal.Parse(digits, CultureInfo.InvariantCulture);
                slips--;
                rows[at] = rows[at] with { Value = slip.ToString("0", CultureInfo.InvariantCulture), Truth = new NumberValue(slip) };
            }
        }

        return With(report with { Gold = report.Gold with { Rows = [.. rows] } }, [.. rows.Select(PrintedRow.Of)]);
    }

    /// <summary>A report as recognised from a scan: letters without their marks, digits that look alike, letters for digits, cells lost.</summary>
    /// <param name="report">The report.</param>
    /// <param name="rate">Share of the words and figures that are hit.</param>
    /// <param name="random">Decides.</param>
    public static PrintedReport Misread(PrintedReport report, double rate, SeededRandom random) =>
        With(report, [.. report.Tables.SelectMany(t => t.Rows).Select(row => row with { Label = Smudge(row.Label, rate, random), Value = Misread(row.Value, rate, random) })]);

    /// <summary>A report some rows of which have the figure of the row above, as where a converter tore columns apart.</summary>
    public static PrintedReport Shift(PrintedReport report, SeededRandom random)
    {
        PrintedRow[] rows = [.. report.Tables.SelectMany(t => t.Rows)];
        int first = random.Below(rows.Length), count = 3 + random.Below(8);
        string carried = "";
        for (int i = first; i < Math.Min(rows.Length, first + count); i++)
        {
            (carried, rows[i]) = (rows[i].Value, rows[i] with { Value = carried });
        }

        return With(report, [.. rows]);
    }

    private static PrintedReport With(PrintedReport report, ImmutableArray<PrintedRow> rows)
    {
        int taken = 0;
        return report with
        {
            Tables = [.. report.Tables.Select(table => table with { Rows = [.. rows.Skip((taken += table.Rows.Length) - table.Rows.Length).Take(table.Rows.Length)] })],
        };
    }

    private static string Misread(string value, double rate, SeededRandom random)
    {
        if (value.Length == 0 || !random.Chance(rate))
        {
            return value;
        }

        int at = random.Below(value.Length);
        int digit = Digits.IndexOf(value[at], StringComparison.Ordinal);
        return random.Below(6) switch
        {
            0 => "",
            1 when digit >= 0 => string.Concat(value.AsSpan(0, at), [Letters[digit]], value.AsSpan(at + 1)),
            2 when value.Length > 1 => value.Remove(at, 1),
            _ => digit < 0 ? value : string.Concat(value.AsSpan(0, at), [LookAlikes[digit]], value.AsSpan(at + 1)),
        };
    }

    // A letter in the middle of a word becomes another, so that many words are no syllables any more.
    private static string Smudge(string label, double rate, SeededRandom random) => string.Join(' ', label.Split(' ').Select(word =>
        word.Length > 2 && random.Chance(rate) ? word.Remove(1, 1).Insert(1, random.Pick<string>(["r", "l", "ii", "c", "ñ"])) : word));
}
