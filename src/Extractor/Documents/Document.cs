using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor;

/// <summary>A report as people see it, whatever format it came in: blocks in reading order, with page furniture set aside.</summary>
public sealed class Document
{
    /// <summary>What the content is.</summary>
    public required FileFormat Format { get; init; }

    /// <summary>Pages in order; empty where the format has none.</summary>
    public ImmutableArray<DocumentPage> Pages { get; init; } = [];

    /// <summary>Paragraphs and tables in reading order.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>Footnotes and endnotes.</summary>
    public ImmutableArray<Note> Notes { get; init; } = [];

    /// <summary>Page numbers, running heads and other texts that belong to the pages and not to the report.</summary>
    public ImmutableArray<PlacedText> Furniture { get; init; } = [];

    /// <summary>What was repaired or doubted while reading.</summary>
    public ImmutableArray<DocumentWarning> Warnings { get; init; } = [];

    /// <summary>Parts that could not be read.</summary>
    public ImmutableArray<DocumentGap> Unread { get; init; } = [];
}

/// <summary>A page as seen.</summary>
/// <param name="Number">Position in the file, from 1.</param>
/// <param name="Width">Width in points.</param>
/// <param name="Height">Height in points.</param>
public sealed record DocumentPage(int Number, double Width, double Height);

/// <summary>A footnote or endnote.</summary>
/// <param name="Mark">Its mark as printed, such as "1" or "*".</param>
/// <param name="Text">What it says, without the mark.</param>
public sealed record Note(string Mark, PlacedText Text);

/// <summary>Something the reader repaired or doubts.</summary>
/// <param name="Code">Stable name, such as "text.legacyEncoding".</param>
/// <param name="Message">What it means for the user.</param>
/// <param name="Page">Page it was met on, from 1; null where it concerns the whole file.</param>
public sealed record DocumentWarning(string Code, LocalText Message, int? Page = null);

/// <summary>A part of the file that could not be read.</summary>
/// <param name="Page">Page, from 1; null where the format has none or the part is the whole file.</param>
/// <param name="Reason">Stable word, such as "noTextLayer".</param>
/// <param name="Message">What the user can do about it.</param>
public sealed record DocumentGap(int? Page, string Reason, LocalText Message);
