using System.Collections.Immutable;

namespace Extractor.Pdf;

/// <summary>What one page shows, turned upright by its /Rotate entry and measured from its crop box.</summary>
public sealed class PdfPage
{
    /// <summary>Position in the file, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The label a viewer shows ("iv", "A-3"), or null where the file gives none.</summary>
    public string? Label { get; init; }

    /// <summary>Width as seen, in points.</summary>
    public required double Width { get; init; }

    /// <summary>Height as seen, in points.</summary>
    public required double Height { get; init; }

    /// <summary>Glyphs in the order the content draws them.</summary>
    public required ImmutableArray<PdfGlyph> Glyphs { get; init; }

    /// <summary>Lines that can bound table cells.</summary>
    public required ImmutableArray<PdfRuling> Rulings { get; init; }

    /// <summary>Pictures and where they stand.</summary>
    public required ImmutableArray<PdfImage> Images { get; init; }

    /// <summary>Links that leave the page.</summary>
    public ImmutableArray<PdfLink> Links { get; init; } = [];

    /// <summary>Values filled into form fields that stand on this page.</summary>
    public ImmutableArray<PdfFormField> FormFields { get; init; } = [];

    /// <summary>What could not be read on this page.</summary>
    public ImmutableArray<PdfWarning> Warnings { get; init; } = [];
}

/// <summary>A link annotation.</summary>
/// <param name="Area">Where it can be clicked.</param>
/// <param name="Uri">Its address; never opened by this library. Null for a link inside the file.</param>
public sealed record PdfLink(PdfBox Area, string? Uri);

/// <summary>A form field with its value.</summary>
/// <param name="Name">Fully qualified name.</param>
/// <param name="Value">What was filled in; null where the field is empty.</param>
/// <param name="Area">Where its widget stands; null for a field without one.</param>
/// <param name="IsText">Whether the value is text a reader of the page sees: a text field or a choice, not a button.</param>
public sealed record PdfFormField(string Name, string? Value, PdfBox? Area, bool IsText = false);

/// <summary>Something of the file that was passed over or repaired.</summary>
/// <param name="Code">Stable name, such as "xref.rebuilt" or "font.unmapped".</param>
/// <param name="Message">One English sentence for a log.</param>
public sealed record PdfWarning(string Code, string Message);
