using System.Globalization;
using Extractor.Models;
using Extractor.Storage;

namespace Extractor.Api.Exports;

/// <summary>A cell of an export: a number, a text, or nothing.</summary>
internal readonly record struct ExportCell(decimal? Number, string? Text)
{
    public static implicit operator ExportCell(string? text) => new(null, text);

    public static implicit operator ExportCell(int? number) => new(number, null);

    public static ExportCell Of(decimal number) => new(number, null);
}

/// <summary>The columns of an export: one row a figure, with its report, place and confidence.</summary>
internal sealed class ExportTable(IReadOnlyDictionary<string, Indicator> indicators)
{
    private const int ConfidenceDigits = 4;

    public static IReadOnlyList<string> Header { get; } =
    [
        "result", "file", "sha256", "form", "agency", "level", "period", "year", "part", "number", "issuedOn", "state", "code", "name", "unit", "item",
        "status", "value", "confidence", "source", "page", "table", "row", "column", "paragraph",
    ];

    public IEnumerable<ExportCell[]> RowsOf(ReportWithValues report)
    {
        ReportSummary summary = report.Report;
        foreach (StoredValue value in report.Values)
        {
            Indicator? indicator = indicators.GetValueOrDefault(value.Code);
            yield return
            [
                ExportCell.Of(summary.Id), summary.FileName, summary.Sha256, summary.Form, summary.Agency, Word(summary.Level),
                Word(summary.Period?.Kind), summary.Period?.Year, summary.Period?.Quarter ?? summary.Period?.Month, summary.Number, summary.IssuedOn,
                ContractWords.Of(summary.State), value.Code, indicator?.Name.Vi, indicator?.Unit, value.Item, ContractWords.Of(value.Status),
                Figure(value.Value), ExportCell.Of((decimal)Math.Round(value.Confidence, ConfidenceDigits)), Word(value.Source), value.Page,
                value.Table, value.Row, value.Column, value.Paragraph,
            ];
        }
    }

    // A ratio stays a text: its two figures say more than their quotient. Negative numbers are numbers like any other.
    private static ExportCell Figure(IndicatorValue? value) => value switch
    {
        NumberValue number => ExportCell.Of(number.Number),
        RatioValue ratio => string.Create(CultureInfo.InvariantCulture, $"{ratio.Numerator}/{ratio.Denominator}"),
        _ => default,
    };

    private static string? Word<T>(T? member)
        where T : struct, Enum => member is { } known ? ContractWords.Of(known) : null;
}
