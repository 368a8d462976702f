using System.Collections.Immutable;
using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Pages;

/// <summary>One page as the page tree gives it, inherited attributes filled in.</summary>
internal sealed class PageNode
{
    /// <summary>Position in the file, from 1.</summary>
    public required int Number { get; init; }

    public required PdfDictionary Dictionary { get; init; }

    public required PageGeometry Geometry { get; init; }

    /// <summary>The page's own or inherited /Resources, or null.</summary>
    public PdfDictionary? Resources { get; init; }

    public string? Label { get; init; }

    public ImmutableArray<PdfLink> Links { get; init; } = [];

    public ImmutableArray<PdfFormField> FormFields { get; init; } = [];
}
