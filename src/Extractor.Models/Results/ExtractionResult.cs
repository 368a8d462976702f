using System.Collections.Immutable;

namespace Extractor.Models;

/// <summary>Everything read from one report: the contract other systems build on.</summary>
/// <param name="Schema">The indicator schema the codes belong to.</param>
/// <param name="Document">The file that was read.</param>
/// <param name="Report">Head and foot of the report: who, when, about which period.</param>
/// <param name="Fields">One entry a code that is stated anywhere in the report.</param>
/// <param name="Rows">Every table row in printed order, header rows aside.</param>
/// <param name="Findings">What does not add up or cannot be read as a figure.</param>
/// <param name="Warnings">What was repaired or doubted while the file was read.</param>
/// <param name="Coverage">How much of the file was read, and what was not.</param>
public sealed record ExtractionResult(
    SchemaReference Schema,
    DocumentInfo Document,
    ReportHead Report,
    ImmutableArray<Field> Fields,
    ImmutableArray<ResultRow> Rows,
    ImmutableArray<Finding> Findings,
    ImmutableArray<Warning> Warnings,
    Coverage Coverage);

/// <summary>Names an indicator schema.</summary>
/// <param name="Family">Report family, such as the one of administrative reform.</param>
/// <param name="Version">Version of the schema; codes keep their meaning over versions.</param>
public sealed record SchemaReference(string Family, int Version);

/// <summary>The file behind a result.</summary>
/// <param name="FileName">Name the sender gave; metadata, never a path.</param>
/// <param name="Sha256">Digest of the bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="Format">What the content is, whatever the name says.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Pages">Number of pages; null where the format has none.</param>
public sealed record DocumentInfo(string FileName, string Sha256, FileFormat Format, long Bytes, int? Pages);

/// <summary>File formats the product reads.</summary>
public enum FileFormat
{
    /// <summary>Office Open XML word processing document (ISO/IEC 29500).</summary>
    Docx,

    /// <summary>Portable Document Format (ISO 32000).</summary>
    Pdf,

    /// <summary>Plain text, such as the text layer of a report.</summary>
    Txt,

    /// <summary>Markdown with pipe tables.</summary>
    Md,
}

/// <summary>Something the reader repaired or doubts.</summary>
/// <param name="Code">Stable name, such as "text.legacyEncoding".</param>
/// <param name="Message">What it means for the reader of the result.</param>
/// <param name="Page">Page it was met on, from 1; null where it concerns the whole file.</param>
public sealed record Warning(string Code, string Message, int? Page = null);

/// <summary>How much of the file was read.</summary>
/// <param name="Pages">Pages of the file; null where the format has none.</param>
/// <param name="Tables">Tables found, continued ones counted once.</param>
/// <param name="Rows">Table rows found, header rows aside.</param>
/// <param name="RowsMapped">Rows that are an indicator of the schema.</param>
/// <param name="RowsForeign">Rows known to be no indicator of the schema.</param>
/// <param name="Unread">Parts that could not be read, each with its reason.</param>
public sealed record Coverage(int? Pages, int Tables, int Rows, int RowsMapped, int RowsForeign, ImmutableArray<UnreadPart> Unread);

/// <summary>A part of the file that was not read.</summary>
/// <param name="Page">Page, from 1; null where the format has none or the part is the whole file.</param>
/// <param name="Reason">Why, as a stable word such as "noTextLayer".</param>
/// <param name="Message">What the user can do about it.</param>
public sealed record UnreadPart(int? Page, string Reason, string Message);
