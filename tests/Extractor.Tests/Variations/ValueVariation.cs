using System.Globalization;
using Extractor.Evaluation;
using Extractor.Models;

namespace Extractor.Tests.Variations;

/// <summary>Fills other figures in, printed in the ways offices print them, and says what they mean.</summary>
internal static class ValueVariation
{
    private static readonly CultureInfo Vietnamese = MakeVietnamese();

    /// <summary>The row with another figure of the same kind; rows with text instead of a figure stay as they are.</summary>
    public static GoldRow Vary(GoldRow row, Random random)
    {
        if (row.Code is null || (row.Truth is null && row.Value.Length > 0) || row.Value.Contains('\n', StringComparison.Ordinal))
        {
            return row;
        }

        if (row.Truth is null && row.Unit.Length == 0)
        {
            return row;
        }

        (string printed, IndicatorValue? truth) = KindOf(row) switch
        {
            "%" => Percent(random),
            "/" => Ratio(random),
            "=" => Option(random),
            _ => Count(random, row.Unit),
        };
        return row with { Value = printed, Truth = truth };
    }

    private static string KindOf(GoldRow row) =>
        row.Unit.Contains('=', StringComparison.Ordinal) ? "=" : row.Unit.Contains('%', StringComparison.Ordinal) ? "%"
        : row.Value.Contains('/', StringComparison.Ordinal) ? "/" : "";

    private static (string, IndicatorValue?) Count(Random random, string unit)
    {
        int n = random.Next(4) switch { 0 => random.Next(10), 1 => random.Next(100), 2 => random.Next(1000), _ => random.Next(100_000) };
        return random.Next(10) switch
        {
            0 => ("", null),
            1 => ("-", null),
            2 => (n.ToString("00", CultureInfo.InvariantCulture), new NumberValue(n)),
            3 or 4 => (n.ToString("N0", Vietnamese), new NumberValue(n)),
            5 when unit.Length is > 0 and < 10 && unit != "nt" && !unit.StartsWith("NV", StringComparison.Ordinal) =>
                ($"{n} {unit.ToLowerInvariant()}", new NumberValue(n)),
            6 => ("0", new NumberValue(0)),
            _ => (n.ToString(CultureInfo.InvariantCulture), new NumberValue(n)),
        };
    }

    private static (string, IndicatorValue?) Percent(Random random)
    {
        decimal p = Math.Round((decimal)(random.NextDouble() * 100), random.Next(3));
        return random.Next(6) switch
        {
            0 => ("", null),
            1 => ("100%", new NumberValue(100)),
            2 => ("100", new NumberValue(100)),
            3 => (p.ToString(Vietnamese) + "%", new NumberValue(p)),
            _ => (p.ToString(Vietnamese), new NumberValue(p)),
        };
    }

    private static (string, IndicatorValue?) Ratio(Random random)
    {
        int whole = random.Next(2, 40);
        int part = random.Next(whole + 1);
        return ($"{part}/{whole}", new RatioValue(part, whole));
    }

    private static (string, IndicatorValue?) Option(Random random)
    {
        int option = random.Next(2);
        return (option.ToString(CultureInfo.InvariantCulture), new NumberValue(option));
    }

    private static CultureInfo MakeVietnamese()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        return culture;
    }
}
