namespace Extractor.Models;

/// <summary>Usual slips of typing and of reading print.</summary>
public enum Slip
{
    /// <summary>One digit for another that looks like it: 1 and 7, 0 and 8, 3 and 8, 5 and 6.</summary>
    LookAlikeDigit,

    /// <summary>One digit for another.</summary>
    DigitChanged,

    /// <summary>A digit is missing.</summary>
    DigitDropped,

    /// <summary>A digit too many.</summary>
    DigitAdded,

    /// <summary>Two neighbouring digits stand in the wrong order.</summary>
    DigitsSwapped,

    /// <summary>A zero too many or too few at the end.</summary>
    FactorOfTen,

    /// <summary>The decimal comma stands in the wrong place or is missing.</summary>
    DecimalComma,

    /// <summary>A fraction of 1 where a percentage belongs.</summary>
    FractionForPercent,

    /// <summary>The figures of two cells are exchanged.</summary>
    CellsSwapped,
}
