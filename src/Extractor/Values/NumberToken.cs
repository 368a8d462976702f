namespace Extractor.Values;

/// <summary>A number in digits and how it is written.</summary>
/// <param name="Value">The number.</param>
/// <param name="Start">First digit in the text.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Notation">How it is written.</param>
internal readonly record struct NumberToken(decimal Value, int Start, int Length, NumberNotation Notation)
{
    /// <summary>First character behind the number.</summary>
    public int End => Start + Length;
}

/// <summary>How a number is written, as far as it matters for what it means.</summary>
[Flags]
internal enum NumberNotation
{
    /// <summary>Digits alone.</summary>
    Plain = 0,

    /// <summary>Groups of three parted by points, as in Vietnamese, or by several commas.</summary>
    Grouped = 1,

    /// <summary>A decimal comma.</summary>
    DecimalComma = 2,

    /// <summary>A decimal point, foreign to Vietnamese.</summary>
    DecimalPoint = 4,

    /// <summary>One comma before three digits: a decimal comma by the rules, thousands by the habits of spreadsheets.</summary>
    AmbiguousComma = 8,

    /// <summary>Groups of three parted by blanks.</summary>
    BlankGroups = 16,

    /// <summary>A blank beside the decimal comma.</summary>
    BrokenDecimal = 32,
}
