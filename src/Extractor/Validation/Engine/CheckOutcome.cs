namespace Extractor.Validation.Engine;

/// <summary>What became of a check.</summary>
internal enum CheckOutcome
{
    /// <summary>The figures do not allow a verdict.</summary>
    CannotTell,

    /// <summary>The figures fit.</summary>
    Holds,

    /// <summary>They contradict each other.</summary>
    Broken,
}

/// <summary>Why a check cannot tell.</summary>
internal enum Abstention
{
    /// <summary>It can.</summary>
    None,

    /// <summary>No row or sentence states a figure it needs.</summary>
    Absent,

    /// <summary>A cell it needs is empty.</summary>
    Blank,

    /// <summary>A cell it needs holds no single figure.</summary>
    Unusable,

    /// <summary>Table and prose state different figures.</summary>
    Disputed,

    /// <summary>Some parts are unknown, and the known ones do not exceed the total.</summary>
    PartsUnknown,

    /// <summary>The denominator is 0.</summary>
    NothingToDivideBy,

    /// <summary>The rate is written as a fraction, which is another rule's matter.</summary>
    WrittenAsFraction,

    /// <summary>The rule does not bind reports of this level.</summary>
    OtherLevel,
}

/// <summary>Where the figures of a check are taken from.</summary>
internal enum CheckScope
{
    /// <summary>The tables alone.</summary>
    Tables,

    /// <summary>The prose alone.</summary>
    Prose,

    /// <summary>Both together, as far as they agree.</summary>
    Both,
}

/// <summary>A figure that takes part in a check.</summary>
/// <param name="Cell">Its cell.</param>
/// <param name="Side">Where it stands.</param>
/// <param name="Sign">How it counts there, 1 or -1.</param>
internal readonly record struct CellUse(int Cell, CheckSide Side, int Sign);

/// <summary>Sides of a check.</summary>
internal enum CheckSide : byte
{
    /// <summary>Before the sign.</summary>
    Left,

    /// <summary>Behind it, or the numerator.</summary>
    Right,

    /// <summary>The denominator.</summary>
    Divisor,
}

/// <summary>A verdict with the two figures compared.</summary>
/// <param name="Outcome">The verdict.</param>
/// <param name="Left">Figure before the sign.</param>
/// <param name="Right">Figure behind it.</param>
/// <param name="Reason">Why it cannot tell.</param>
/// <param name="IsExact">Whether every figure is known; otherwise one side is only known to be at least so much.</param>
internal readonly record struct Verdict(CheckOutcome Outcome, decimal Left, decimal Right, Abstention Reason = Abstention.None, bool IsExact = true);
