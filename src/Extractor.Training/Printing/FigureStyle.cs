using System.Globalization;
using Extractor.Models;
using Extractor.Training.Synthesis;

namespace Extractor.Training.Printing;

/// <summary>How an office writes its figures; one report keeps mostly to one way.</summary>
/// <param name="GroupsThousands">Whether thousands are set apart.</param>
/// <param name="Group">What sets them apart.</param>
/// <param name="Decimal">What stands before decimals.</param>
/// <param name="PadsSmall">Whether "05" is written for 5.</param>
/// <param name="WritesPercent">Whether the sign stands behind a rate.</param>
internal sealed record FigureStyle(bool GroupsThousands, string Group, string Decimal, bool PadsSmall, bool WritesPercent)
{
    private const double Stray = 0.03;

    /// <summary>A way of the field.</summary>
    public static FigureStyle Choose(SeededRandom random)
    {
        bool isEnglish = random.Chance(0.1);
        return new FigureStyle(random.Chance(0.6), isEnglish ? "," : random.Chance(0.9) ? "." : " ", isEnglish || random.Chance(0.1) ? "." : ",", random.Chance(0.25), random.Chance(0.25));
    }

    /// <summary>A figure of a kind as it is printed.</summary>
    public string Print(decimal figure, ValueKind kind, string unit, SeededRandom random)
    {
        bool groups = GroupsThousands != random.Chance(Stray);
        string text = figure.ToString(groups ? "#,0.####" : "0.####", CultureInfo.InvariantCulture)
            .Replace(".", "\0", StringComparison.Ordinal).Replace(",", Group, StringComparison.Ordinal).Replace("\0", Decimal, StringComparison.Ordinal);
        if (kind == ValueKind.Percent)
        {
            return WritesPercent ? text + "%" : text;
        }

        string padded = PadsSmall && figure is > 0 and < 10 && figure == decimal.Truncate(figure) ? "0" + text : text;
        bool repeatsUnit = unit.Length is > 0 and < 10 && !unit.Contains('%', StringComparison.Ordinal) && unit.All(c => char.IsLetter(c) || c == ' ') && random.Chance(Stray);
        return repeatsUnit ? $"{padded} {unit.ToLowerInvariant()}" : padded;
    }
}
