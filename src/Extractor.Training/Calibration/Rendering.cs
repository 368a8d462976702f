using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Training.Calibration;

/// <summary>One way a report is printed and what happened to it before.</summary>
/// <param name="Number">Tells renderings of a form apart.</param>
/// <param name="Format">What it is printed as.</param>
/// <param name="Damage">What happened to it.</param>
/// <param name="IsAligned">Whether the columns of a text are aligned.</param>
internal sealed record Rendering(int Number, FileFormat Format, DamageKind Damage, bool IsAligned = false)
{
    /// <summary>The renderings of a form. Archives hold more files of office programs than scans; texts are rare.</summary>
    public static ImmutableArray<Rendering> All { get; } =
    [
        new(0, FileFormat.Docx, DamageKind.None), new(1, FileFormat.Docx, DamageKind.None), new(2, FileFormat.Docx, DamageKind.None),
        new(3, FileFormat.Docx, DamageKind.Mistyped), new(4, FileFormat.Pdf, DamageKind.None), new(5, FileFormat.Pdf, DamageKind.Mistyped),
        new(6, FileFormat.Pdf, DamageKind.LightScan), new(7, FileFormat.Pdf, DamageKind.HeavyScan), new(8, FileFormat.Txt, DamageKind.None, IsAligned: true),
        new(9, FileFormat.Txt, DamageKind.Shifted, IsAligned: true), new(10, FileFormat.Txt, DamageKind.LightScan),
    ];

    /// <summary>Name of the file.</summary>
    public string FileName => "report" + Format switch { FileFormat.Docx => ".docx", FileFormat.Pdf => ".pdf", _ => ".txt" };
}

/// <summary>What happens to a report before it is read.</summary>
internal enum DamageKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Its agency mistyped a figure; reading what it states is right.</summary>
    Mistyped,

    /// <summary>Recognised from a good scan.</summary>
    LightScan,

    /// <summary>Recognised from a bad scan.</summary>
    HeavyScan,

    /// <summary>A converter moved figures to their neighbours' rows.</summary>
    Shifted,
}
