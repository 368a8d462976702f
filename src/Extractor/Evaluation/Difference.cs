using System.Globalization;
using System.Text;
using Extractor.Models;

namespace Extractor.Evaluation;

/// <summary>One point in which a result differs from its transcription.</summary>
/// <param name="Kind">What differs.</param>
/// <param name="Place">Where: the code of a field or fact, the number and label of a row; empty for the head.</param>
/// <param name="Expected">What the transcription holds; several values are parted by " or ".</param>
/// <param name="Got">What the result holds; empty where it holds nothing.</param>
public sealed record Difference(DifferenceKind Kind, string Place, string Expected, string Got)
{
    /// <summary>File the result was read from; empty where one report is compared alone.</summary>
    public string Report { get; init; } = "";

    /// <summary>Column of a cell ("value"), part of the head ("agency"); empty otherwise.</summary>
    public string Part { get; init; } = "";

    /// <summary>Name of the indicator; empty where none is at stake.</summary>
    public string Name { get; init; } = "";

    /// <summary>How sure the result was; null where it states none.</summary>
    public Confidence? Confidence { get; init; }

    /// <summary>Source tokens the value was read from.</summary>
    public string Quote { get; init; } = "";

    /// <summary>Page of the quote, from 1; null where the format has none.</summary>
    public int? Page { get; init; }

    /// <summary>The difference as one line.</summary>
    public override string ToString()
    {
        var line = new StringBuilder();
        line.Append(Report.Length == 0 ? "" : $"{Report} | ").Append(Word(Kind)).Append(Part.Length == 0 ? "" : " ").Append(Part);
        line.Append(Place.Length == 0 ? "" : $" | {Place}").Append(" | ").Append(Expected).Append(" | ").Append(Got);
        return Confidence is { } confidence
            ? line.Append(CultureInfo.InvariantCulture, $" | {confidence.Value:0.000}").ToString()
            : line.ToString();
    }

    /// <summary>A value as differences show it: plain digits, a ratio with its stroke; empty for none.</summary>
    internal static string Show(IndicatorValue? value) => value switch
    {
        NumberValue number => number.Number.ToString(CultureInfo.InvariantCulture),
        RatioValue ratio => string.Create(CultureInfo.InvariantCulture, $"{ratio.Numerator}/{ratio.Denominator}"),
        null => "",
        _ => throw new InvalidOperationException($"Unknown value {value.GetType().Name}."),
    };

    private static string Word(DifferenceKind kind) => kind switch
    {
        DifferenceKind.NothingRead => "nothing read",
        DifferenceKind.WrongValue => "field",
        DifferenceKind.MissingValue => "field missing",
        DifferenceKind.WrongCode => "code",
        DifferenceKind.MissingRow => "row missing",
        DifferenceKind.Cell => "cell",
        DifferenceKind.MissingFact => "fact missing",
        DifferenceKind.Head => "head",
        _ => throw new InvalidOperationException($"Unknown kind {kind}."),
    };
}

/// <summary>What differs between a result and its transcription.</summary>
public enum DifferenceKind
{
    /// <summary>A file of which nothing was read that its transcription holds; named once instead of row by row.</summary>
    NothingRead,

    /// <summary>A value that is not the right one, or has the code of another.</summary>
    WrongValue,

    /// <summary>A value of the transcription that no field holds.</summary>
    MissingValue,

    /// <summary>A row taken for another indicator than it is.</summary>
    WrongCode,

    /// <summary>A row of the transcription that was not found.</summary>
    MissingRow,

    /// <summary>The text of a cell.</summary>
    Cell,

    /// <summary>A fact the prose states that was not found there.</summary>
    MissingFact,

    /// <summary>A part of the head of the report.</summary>
    Head,
}
