using System.Collections.Immutable;
using Extractor.Mapping;
using Extractor.Models;
using Extractor.Tables;
using Extractor.Validation;
using Extractor.Validation.Findings;

namespace Extractor.Results;

/// <summary>Puts what the stages found into the contract's result.</summary>
internal static class ResultAssembler
{
    /// <summary>Builds the result.</summary>
    /// <param name="file">The file.</param>
    /// <param name="document">What was read from it.</param>
    /// <param name="schema">Schema the codes belong to.</param>
    /// <param name="head">Head and foot of the report.</param>
    /// <param name="choices">One choice a table row, in printed order.</param>
    /// <param name="statements">Every place that states an indicator.</param>
    /// <param name="validation">What the rules found.</param>
    /// <param name="language">Language of the messages.</param>
    public static ExtractionResult Assemble(
        SourceFile file, Document document, IndicatorSchema schema, ReportHead head, ImmutableArray<RowChoice> choices,
        IReadOnlyList<Statement> statements, ValidationReport validation, UserLanguage language)
    {
        ImmutableArray<Finding> findings = FindingNumbers.Of(validation.Findings, language);
        ImmutableArray<Field> fields = AssembleFields(schema, statements, validation.Support, findings);
        int? pages = document.Pages.IsEmpty ? null : document.Pages.Length;
        int mapped = choices.Count(c => c.Indicator is not null);

        return new ExtractionResult(
            new SchemaReference(schema.Family, schema.Version),
            new DocumentInfo(file.Name, file.ComputeSha256(), document.Format, file.Bytes.Length, pages),
            head,
            fields,
            [.. choices.Select(RowOf)],
            findings,
            [.. document.Warnings.Concat(WarningsAbout(fields)).Select(w => new Warning(w.Code, w.Message.In(language), w.Page))],
            new Coverage(
                pages,
                choices.Select(c => c.Row.Table).Distinct().Count(),
                choices.Length,
                mapped,
                choices.Length - mapped,
                [.. document.Unread.Select(u => new UnreadPart(u.Page, u.Reason, u.Message.In(language)))]));
    }

    // A heading without a figure is structure, not a field; every other code that is stated is one, blank cells included.
    private static ImmutableArray<Field> AssembleFields(
        IndicatorSchema schema, IReadOnlyList<Statement> statements, ImmutableArray<RuleSupport> support, ImmutableArray<Finding> findings)
    {
        ILookup<string, Statement> byCode = statements.ToLookup(s => s.Indicator.Code, StringComparer.Ordinal);
        ILookup<string, string> findingsByCode = findings
            .SelectMany(f => f.Codes.Select(code => (Code: code, f.Id)))
            .ToLookup(p => p.Code, p => p.Id, StringComparer.Ordinal);
        return
        [
            .. schema.Indicators
                .Select((indicator, index) => (Indicator: indicator, Support: support[index]))
                .Where(p => byCode[p.Indicator.Code].Any(s => p.Indicator.Kind != ValueKind.Heading || s.Value is not null))
                .Select(p => FieldAssembler.Assemble(
                    p.Indicator, [.. byCode[p.Indicator.Code]], p.Support, [.. findingsByCode[p.Indicator.Code]])),
        ];
    }

    private static IEnumerable<DocumentWarning> WarningsAbout(ImmutableArray<Field> fields)
    {
        if (fields.IsEmpty)
        {
            yield return new DocumentWarning("report.unrelated", new LocalText(
                "Không tìm thấy chỉ tiêu nào của bộ chỉ tiêu trong tài liệu này; có thể đây là loại báo cáo khác.",
                "No indicator of the schema was found in this document; it may be another kind of report."));
        }
    }

    private static ResultRow RowOf(RowChoice choice)
    {
        StatisticalRow row = choice.Row;
        return new ResultRow(
            row.Table, row.Row, row.Areas.IsEmpty ? null : row.Areas[0].Page, row.Areas.IsEmpty ? null : row.Areas[0].Box,
            row.Stt, row.Group, row.Label.Text, row.Unit.Text, row.Value.Text, row.Note.Text, choice.Indicator?.Code, choice.Confidence);
    }
}
