namespace Extractor.Values;

/// <summary>A figure found in a text, with the tokens it derives from.</summary>
/// <param name="Kind">What kind of figure.</param>
/// <param name="Value">Its value; the part before the stroke of a ratio; 0 where the kind has none.</param>
/// <param name="Denominator">The part behind the stroke of a ratio; otherwise 0.</param>
/// <param name="Start">First character of the tokens.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Notation">How its digits are written.</param>
internal readonly record struct Figure(
    FigureKind Kind, decimal Value, decimal Denominator, int Start, int Length, NumberNotation Notation = NumberNotation.Plain)
{
    /// <summary>First character behind the tokens.</summary>
    public int End => Start + Length;
}

/// <summary>What a text in the place of a figure can be.</summary>
internal enum FigureKind
{
    /// <summary>Nothing stands there.</summary>
    Blank,

    /// <summary>A sign that nothing is reported, such as a dash.</summary>
    NotReported,

    /// <summary>A sign that the cell above is repeated.</summary>
    Ditto,

    /// <summary>A word for none.</summary>
    ZeroWord,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A number with a percent sign.</summary>
    Percent,

    /// <summary>Two numbers with a stroke.</summary>
    Ratio,

    /// <summary>An amount of money, in đồng.</summary>
    Money,

    /// <summary>Text that is no figure.</summary>
    Text,
}
