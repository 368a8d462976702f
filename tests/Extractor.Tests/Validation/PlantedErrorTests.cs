using System.Globalization;
using Extractor.Models;
using Extractor.Validation;
using Extractor.Validation.Engine;
using Extractor.Validation.Findings;
using Xunit.Abstractions;

namespace Extractor.Tests.Validation;

/// <summary>
/// Errors planted into consistent reports. A cell is inside a rule's reach if it took part in an equation (sum, balance, quotient) that could be judged
/// and held before; two cells exchanged are if one of them is in an equation without the other, or on the other side. A planted error is found if a
/// finding that was not there before names the cell, and hinted if the surest hint proposes the figure it had. A digit changed in a figure that stands in
/// one equation only cannot be told from the other parts of it: <see cref="RepairBound"/> says how often anybody could name it.
/// </summary>
public sealed class PlantedErrorTests(ITestOutputHelper output)
{
    private const int ReportsPerForm = 30;

    // The bound tries every figure that could have stood in every cell, so only some of the reports pay for it.
    private const int BoundedOneIn = 10;
    private const double OfBound = 0.05;

    [Theory]
    [InlineData("digit", 0.95, 0.6, 0.85)]
    [InlineData("swap", 0.95, 0.93, 0.97)]
    [InlineData("tenfold", 0.95, 0.95, 0.97)]
    [InlineData("fraction", 0.95, 0.97, 0.97)]
    public void Planted_errors_are_found_and_hinted_at(string kind, double leastFound, double leastHinted, double leastListed)
    {
        int planted = 0;
        int found = 0;
        int hinted = 0;
        int wrong = 0;
        int cornered = 0;
        int corneredHinted = 0;
        int listed = 0;
        double promised = 0;
        (int bounded, int ownFirst, double boundFirst, double boundThree) = (0, 0, 0, 0);
        foreach (string form in SyntheticReport.Forms)
        {
            for (int i = 0; i < ReportsPerForm; i++)
            {
                var random = new Random((form.Length * 7919) + i);
                var report = new SyntheticReport(form, random);
                ValidationReport before = report.Validate();
                if (Plant(report, before, kind, random) is not { } error)
                {
                    continue;
                }

                List<FindingDraft> news = [.. report.Validate().Findings.Where(f => before.Findings.All(b => b.Message != f.Message))];
                List<Repair> hints = [.. news.Select(f => f.Repair).OfType<Repair>().OrderByDescending(r => r.Probability)];
                planted++;
                found += news.Any(f => f.Codes.Contains(error.Code)) ? 1 : 0;
                bool isRight = hints is [{ } first, ..] && error.Fits(first);
                hinted += isRight ? 1 : 0;
                listed += hints.SelectMany(h => (h.Others ?? []).Prepend(h)).Any(error.Fits) ? 1 : 0;
                bool isCornered = EquationsWith(before, SyntheticReport.IndexOf(error.Code)).Count() > 1;
                cornered += isCornered ? 1 : 0;
                corneredHinted += isCornered && isRight ? 1 : 0;
                wrong += !isRight && hints.Count > 0 ? 1 : 0;
                promised += hints.Count > 0 ? hints[0].Probability ?? 0 : 0;
                if (kind is "digit" or "tenfold" && i % BoundedOneIn == 0)
                {
                    (double First, double Three) best = RepairBound.Of(report, before, news, kind);
                    bounded++;
                    (boundFirst, boundThree) = (boundFirst + best.First, boundThree + best.Three);
                    ownFirst += isRight ? 1 : 0;
                }

                if (!isRight)
                {
                    output.WriteLine($"{form} {error}: {string.Join(" / ", news.Select(f => f.Message.En))}");
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: {planted} planted, found {(double)found / planted:0.000}, first hint right {(double)hinted / planted:0.000}, promised {promised / planted:0.000}, among three {(double)listed / planted:0.000}, first hint wrong {(double)wrong / planted:0.000}; in two equations or more: {cornered}, hinted {(double)corneredHinted / Math.Max(1, cornered):0.000}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: bound on {bounded}: first {boundFirst / Math.Max(1, bounded):0.000}, three {boundThree / Math.Max(1, bounded):0.000}; own first {(double)ownFirst / Math.Max(1, bounded):0.000}"));
        Assert.True(planted >= 100, $"only {planted} planted");
        Assert.True(found >= leastFound * planted, $"found {found} of {planted}");
        Assert.True(hinted >= leastHinted * planted, $"hinted {hinted} of {planted}");
        Assert.True(listed >= leastListed * planted, $"among three {listed} of {planted}");
        Assert.True(ownFirst >= boundFirst - (OfBound * bounded), $"{ownFirst} of {bounded}, where {boundFirst:0.0} are possible");
        Assert.True(Math.Abs(promised - hinted) <= 0.08 * planted, $"hinted {hinted}, promised {promised:0.0} of {planted}");
    }

    private sealed record Planted(string Code, decimal Was, string? OtherCode, decimal OtherWas, string Written)
    {
        public bool Fits(Repair hint) => (hint.Code == Code && hint.Value == Was) || (hint.Code == OtherCode && hint.Value == OtherWas);
    }

    private static Planted? Plant(SyntheticReport report, ValidationReport before, string kind, Random random)
    {
        HashSet<int> reach = [.. Equations(before).SelectMany(i => i.Uses).Select(u => CellTable.IndicatorOf(u.Cell))];
        List<int> rows = [.. Enumerable.Range(0, report.Cells.Length)
            .Where(r => report.Codes[r] is { } code && reach.Contains(SyntheticReport.IndexOf(code)) && Number(report.Cells[r]) > 0)
            .Where(r => (SyntheticReport.KindOf(report.Codes[r]!) == ValueKind.Percent) == (kind == "fraction") || kind == "digit")];
        for (int tries = 0; tries < 20 && rows.Count > 0; tries++)
        {
            int row = rows[random.Next(rows.Count)];
            decimal was = Number(report.Cells[row]);
            if (kind == "swap")
            {
                int other = row + 1 < report.Cells.Length && random.Next(2) == 0 ? row + 1 : row - 1;
                if (other >= 0 && rows.Contains(other) && Number(report.Cells[other]) is var value && value != was
                    && AreApart(before, SyntheticReport.IndexOf(report.Codes[row]!), SyntheticReport.IndexOf(report.Codes[other]!)))
                {
                    (report.Cells[row], report.Cells[other]) = (report.Cells[other], report.Cells[row]);
                    return new Planted(report.Codes[row]!, was, report.Codes[other], value, report.Cells[row]);
                }

                continue;
            }

            decimal now = kind switch
            {
                "digit" => OtherDigit(was, random),
                "tenfold" => random.Next(2) == 0 && was % 10 == 0 ? was / 10 : was * 10,
                _ => was / 100,
            };
            if (now != was && !(kind == "fraction" && now >= 1))
            {
                report.Cells[row] = now.ToString("0.####", CultureInfo.InvariantCulture).Replace('.', ',');
                return new Planted(report.Codes[row]!, was, null, 0, report.Cells[row]);
            }
        }

        return null;
    }

    private static IEnumerable<CheckedInstance> Equations(ValidationReport report) =>
        report.Instances.Where(i => i.Verdict.Outcome == CheckOutcome.Holds && i.Check.Relation == RuleRelation.Equal);

    private static IEnumerable<CheckedInstance> EquationsWith(ValidationReport report, int indicator) =>
        Equations(report).Where(i => i.Uses.Any(u => CellTable.IndicatorOf(u.Cell) == indicator));

    // Two parts of one sum can change places without anyone being able to tell.
    private static bool AreApart(ValidationReport report, int first, int second) => Equations(report).Any(i => Role(i, first) != Role(i, second));

    private static (CheckSide, int)? Role(CheckedInstance instance, int indicator)
    {
        CellUse? use = instance.Uses.Where(u => CellTable.IndicatorOf(u.Cell) == indicator).Select(u => (CellUse?)u).FirstOrDefault();
        return use is { } found ? (found.Side, found.Sign) : null;
    }

    private static decimal OtherDigit(decimal was, Random random)
    {
        char[] digits = was.ToString("0.####", CultureInfo.InvariantCulture).ToCharArray();
        int at = random.Next(digits.Length);
        if (char.IsAsciiDigit(digits[at]))
        {
            digits[at] = (char)('0' + ((digits[at] - '0' + random.Next(1, 10)) % 10));
        }

        return decimal.Parse(digits, CultureInfo.InvariantCulture);
    }

    internal static decimal Number(string cell) =>
        decimal.TryParse(cell.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number : -1;
}
