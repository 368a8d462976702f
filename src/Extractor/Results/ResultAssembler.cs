using System.Collections.Immutable;
using Extractor.Families;
using Extractor.Mapping;
using Extractor.Mapping.Crossed;
using Extractor.Models;
using Extractor.Scoring;
using Extractor.Tables;
using Extractor.Tables.Crossed;
using Extractor.Validation.Findings;
using Extractor.Validation.Items;

namespace Extractor.Results;

/// <summary>Puts what the stages found into the contract's result.</summary>
internal static class ResultAssembler
{
    /// <summary>Share of the rows that must be known in a document of which nothing else says that it is a report of the family.</summary>
    private const double LeastShareMapped = 0.3;

    /// <summary>Builds the result.</summary>
    /// <param name="file">The file.</param>
    /// <param name="document">What was read from it.</param>
    /// <param name="family">Family it was read as.</param>
    /// <param name="head">Head and foot of the report.</param>
    /// <param name="choices">One choice a table row, in printed order.</param>
    /// <param name="crossed">Crossed tables, whose rows are not among the choices.</param>
    /// <param name="items">What is stated of the whole and of each item, with what the rules found.</param>
    /// <param name="confidence">Weighs the confidences.</param>
    /// <param name="request">Language of the messages, and whether confidences are explained.</param>
    public static ExtractionResult Assemble(
        SourceFile file, Document document, FamilyChoice family, ReportHead head, ImmutableArray<RowChoice> choices,
        ImmutableArray<MappedTable> crossed, ImmutableArray<ItemReport> items, ConfidenceModel confidence, ExtractionRequest request)
    {
        UserLanguage language = request.Language;
        IndicatorSchema schema = family.Schema;
        var judge = new ConfidenceJudge(confidence, new ReportTrust(document.Format, choices, OddShareOf(items)), request.Observer);
        ImmutableArray<Finding> findings = FindingNumbers.Of([.. items.SelectMany(i => i.Validation.Findings)], language);
        ImmutableArray<Field> fields = [.. items.SelectMany(item => AssembleFields(schema, item, findings, judge, request))];
        ImmutableArray<ResultRow> rows = RowsOf(choices, crossed, judge);
        int? pages = document.Pages.IsEmpty ? null : document.Pages.Length;
        int mapped = rows.Count(r => r.Code is not null || r.Item is not null || r.Cells?.Any(c => c.Code is not null) == true);

        return new ExtractionResult(
            new SchemaReference(schema.Family, schema.Version),
            new DocumentInfo(file.Name, file.ComputeSha256(), document.Format, file.Bytes.Length, pages),
            head,
            fields,
            rows,
            findings,
            [.. document.Warnings.Concat(family.Warnings).Concat(WarningsAbout(family, fields, rows.Length, mapped)).Select(w => new Warning(w.Code, w.Message.In(language), w.Page))],
            new Coverage(
                pages,
                rows.Select(r => r.Table).Distinct().Count(),
                rows.Length,
                mapped,
                rows.Length - mapped,
                [.. document.Unread.Select(u => new UnreadPart(u.Page, u.Reason, u.Message.In(language)))]));
    }

    // A heading without a figure is structure, not a field; every other code that is stated is one, blank cells included.
    private static ImmutableArray<Field> AssembleFields(
        IndicatorSchema schema, ItemReport item, ImmutableArray<Finding> findings, ConfidenceJudge judge, ExtractionRequest request)
    {
        ILookup<string, Statement> byCode = item.Statements.ToLookup(s => s.Indicator.Code, StringComparer.Ordinal);
        ILookup<string, string> findingsByCode = findings
            .Where(f => Equals(f.Item, item.Item))
            .SelectMany(f => f.Codes.Select(code => (Code: code, f.Id)))
            .ToLookup(p => p.Code, p => p.Id, StringComparer.Ordinal);
        return
        [
            .. schema.Indicators
                .Select((indicator, index) => (Indicator: indicator, Support: item.Validation.Support[index]))
                .Where(p => byCode[p.Indicator.Code].Any(s => p.Indicator.Kind != ValueKind.Heading || s.Value is not null))
                .Select(p => FieldAssembler.Assemble(
                    p.Indicator, [.. byCode[p.Indicator.Code]], p.Support, [.. findingsByCode[p.Indicator.Code]], judge, request) with { Item = item.Item }),
        ];
    }

    private static IEnumerable<DocumentWarning> WarningsAbout(FamilyChoice family, ImmutableArray<Field> fields, int rows, int mapped)
    {
        if (fields.IsEmpty || (!family.IsFounded && mapped < LeastShareMapped * rows))
        {
            yield return new DocumentWarning("report.unrelated", new LocalText(
                "Không tìm thấy chỉ tiêu nào của bộ chỉ tiêu, hoặc chỉ rất ít, trong tài liệu này; có thể đây là loại báo cáo khác.",
                "No indicator of the schema, or hardly any, was found in this document; it may be another kind of report."));
        }
    }

    // Figures that were read with a doubt: letters for digits, text for figures, signs that can mean two things.
    private static double OddShareOf(ImmutableArray<ItemReport> items)
    {
        int figures = 0, odd = 0;
        foreach (Statement.OfRow row in items.SelectMany(i => i.Statements).OfType<Statement.OfRow>())
        {
            figures += row.Reading.Status is FieldStatus.Reported or FieldStatus.Unreadable ? 1 : 0;
            odd += row.Reading.Issues.IsEmpty ? 0 : 1;
        }

        return figures == 0 ? 0 : (double)odd / figures;
    }

    private static ImmutableArray<ResultRow> RowsOf(ImmutableArray<RowChoice> choices, ImmutableArray<MappedTable> crossed, ConfidenceJudge judge) =>
        crossed.IsEmpty
            ? [.. choices.Select(c => RowOf(c, judge))]
            : [.. choices.Select(c => RowOf(c, judge)).Concat(crossed.SelectMany(t => t.Table.Rows.Select(r => RowOf(t, r)))).OrderBy(r => r.Table).ThenBy(r => r.Row)];

    private static ResultRow RowOf(MappedTable mapped, CrossedRow crossed)
    {
        StatisticalRow row = crossed.Row;
        return new ResultRow(
            row.Table, row.Row, row.Areas.IsEmpty ? null : row.Areas[0].Page, row.Areas.IsEmpty ? null : row.Areas[0].Box,
            row.Stt, row.Group, row.Label.Text, "", "", row.Note.Text, null, crossed.Confidence)
        {
            Item = crossed.Item,
            Cells =
            [
                .. mapped.Columns.Select((column, c) => (Column: column, Cell: crossed.Cells[c])).Where(p => p.Cell is not null)
                    .Select(p => new ResultCell(p.Column.Column.Column, p.Column.Indicator?.Code, p.Cell!.Text, p.Column.Confidence)),
            ],
        };
    }

    private static ResultRow RowOf(RowChoice choice, ConfidenceJudge judge)
    {
        StatisticalRow row = choice.Row;
        return new ResultRow(
            row.Table, row.Row, row.Areas.IsEmpty ? null : row.Areas[0].Page, row.Areas.IsEmpty ? null : row.Areas[0].Box,
            row.Stt, row.Group, row.Label.Text, row.Unit.Text, row.Value.Text, row.Note.Text, choice.Indicator?.Code, judge.OfRow(choice));
    }
}
