using System.Globalization;
using Extractor.Models;
using Extractor.Results;

namespace Extractor.Validation.Findings;

/// <summary>Names rows and figures the way a reader of the report finds them.</summary>
internal static class PlaceNames
{
    private const int LongestLabel = 70;

    /// <summary>A place with its number and label: "dòng 3.3.1 “Số lượng hồ sơ đã tiếp nhận”".</summary>
    public static LocalText Of(Statement statement) => statement switch
    {
        Statement.OfRow row => OfRow(row.Row.Stt, Label(row)),
        _ => new LocalText($"“{Shorten(statement.Indicator.Name.Vi)}” (phần lời)", $"“{Shorten(statement.Indicator.Name.En)}” (in the text)"),
    };

    /// <summary>A row by its number and label.</summary>
    public static LocalText OfRow(string stt, string label)
    {
        string number = stt.TrimEnd('.');
        string name = Shorten(label);
        return number.Length == 0
            ? new LocalText($"dòng “{name}”", $"row “{name}”")
            : new LocalText($"dòng {number} “{name}”", $"row {number} “{name}”");
    }

    /// <summary>The label of a place alone, in quotes.</summary>
    public static LocalText LabelOf(Statement statement) => statement is Statement.OfRow row
        ? new LocalText($"“{Shorten(Label(row))}”", $"“{Shorten(Label(row))}”")
        : Of(statement);

    /// <summary>A figure as Vietnamese and English write it.</summary>
    public static LocalText Figure(decimal value)
    {
        string english = value.ToString("0.####", CultureInfo.InvariantCulture);
        return new LocalText(english.Replace('.', ','), english);
    }

    /// <summary>A value of any kind.</summary>
    public static LocalText Figure(IndicatorValue? value) => value switch
    {
        NumberValue number => Figure(number.Number),
        RatioValue ratio => Join(Figure(ratio.Numerator), "/", Figure(ratio.Denominator)),
        _ => new LocalText("", ""),
    };

    /// <summary>Two texts with a sign between them.</summary>
    public static LocalText Join(LocalText first, string between, LocalText second) =>
        new(first.Vi + between + second.Vi, first.En + between + second.En);

    /// <summary>The first characters of a text on one line.</summary>
    public static string Shorten(string text)
    {
        string line = text.Replace('\n', ' ').Trim();
        return line.Length <= LongestLabel ? line : string.Concat(line.AsSpan(0, LongestLabel).TrimEnd(), "…");
    }

    // A row that continues the one above under another unit has no label of its own.
    private static string Label(Statement.OfRow row) => row.Row.Label.Text.Length > 0 ? row.Row.Label.Text : row.Indicator.Name.Vi;
}
