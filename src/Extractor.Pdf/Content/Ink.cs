using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Content;

/// <summary>What a line needs to know of a colour: whether it can be seen on white paper.</summary>
internal readonly record struct Ink(InkSpace Space, bool IsWhite, bool IsTransparent)
{
    private const double NearlyWhite = 0.985;
    private const double NearlyTransparent = 0.02;

    public static Ink Black { get; } = new(InkSpace.Gray, false, false);

    public bool IsVisible => !IsWhite && !IsTransparent;

    /// <summary>The ink after a colour space was chosen; every space starts with black, or with full ink.</summary>
    public Ink In(PdfValue space) => new(SpaceOf(space), false, IsTransparent);

    /// <summary>The ink after sc or scn, in the chosen space.</summary>
    public Ink WithColor(ReadOnlySpan<PdfValue> operands) => With(Space, operands);

    /// <summary>The ink after g, rg, k and their stroking twins.</summary>
    public Ink With(InkSpace space, ReadOnlySpan<PdfValue> operands) => new(space, IsWhiteIn(space, operands), IsTransparent);

    public Ink WithAlpha(double alpha) => this with { IsTransparent = alpha < NearlyTransparent };

    private static bool IsWhiteIn(InkSpace space, ReadOnlySpan<PdfValue> operands)
    {
        if (operands.IsEmpty || space == InkSpace.Unknown)
            return false;
        bool isSubtractive = space == InkSpace.Subtractive;
        foreach (PdfValue operand in operands)
        {
            double value = operand.AsNumber(double.NaN);
            if (!(isSubtractive ? value <= 1 - NearlyWhite : value >= NearlyWhite))
                return false;
        }

        return true;
    }

    private static InkSpace SpaceOf(PdfValue space)
    {
        PdfArray? array = space.AsArray();
        switch (space.AsName() ?? array?[0].AsName())
        {
            case "DeviceGray" or "CalGray" or "DeviceRGB" or "CalRGB":
                return InkSpace.Gray;
            case "DeviceCMYK" or "Separation" or "DeviceN":
                return InkSpace.Subtractive;
            case "ICCBased":
                return array?[1].AsDictionary()?.GetInteger("N") == 4 ? InkSpace.Subtractive : InkSpace.Gray;
            default:
                return InkSpace.Unknown;
        }
    }
}

/// <summary>How the numbers of a colour mean white.</summary>
internal enum InkSpace : byte
{
    /// <summary>Patterns, indexed and Lab colours: never taken for white.</summary>
    Unknown,

    /// <summary>All components at 1: gray and RGB.</summary>
    Gray,

    /// <summary>All components at 0: CMYK and spot colours.</summary>
    Subtractive,
}
