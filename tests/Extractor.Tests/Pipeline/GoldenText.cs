using System.Globalization;
using System.Text;
using Extractor.Models;

namespace Extractor.Tests.Pipeline;

/// <summary>A result as a text a person can read and compare line by line.</summary>
internal static class GoldenText
{
    public static string Of(ExtractionResult result)
    {
        var text = new StringBuilder();
        AppendHead(text, result.Report);
        text.Append("\nfields\n");
        foreach (Field field in result.Fields)
        {
            Line(text, $"{field.Code} = {Show(field.Value) ?? field.Status.ToString().ToLowerInvariant()} | {OneLine(field.Raw)} | {Places(field)} | {field.Confidence.Value:0.00}");
            foreach (Part part in field.Parts)
            {
                Line(text, $"    {part.Label}: {part.Value}");
            }
        }

        text.Append("\nrows\n");
        foreach (ResultRow row in result.Rows)
        {
            Line(text, $"{row.Table}.{row.Row} | {row.Stt} | {row.Group} | {OneLine(row.Label)} | {OneLine(row.Unit)} | {OneLine(row.Value)} | {OneLine(row.Note)} | {row.Code ?? "(foreign)"}");
        }

        text.Append("\nfindings\n");
        foreach (Finding finding in result.Findings)
        {
            Line(text, $"{finding.Id} {finding.Severity} {string.Join(' ', finding.Codes)}: {finding.Message}");
        }

        text.Append("\nwarnings\n");
        foreach (Warning warning in result.Warnings)
        {
            Line(text, $"{warning.Code} {warning.Page}: {warning.Message}");
        }

        Coverage coverage = result.Coverage;
        Line(text, $"\ncoverage: pages {coverage.Pages}, tables {coverage.Tables}, rows {coverage.Rows}, mapped {coverage.RowsMapped}, foreign {coverage.RowsForeign}, unread {coverage.Unread.Length}");
        return text.ToString();
    }

    private static void AppendHead(StringBuilder text, ReportHead head)
    {
        Line(text, $"title: {head.Title.Value}");
        Line(text, $"agency: {head.Agency.Value}");
        Line(text, $"parent agency: {head.ParentAgency.Value}");
        Line(text, $"number: {head.Number.Value}");
        Line(text, $"issued on: {head.IssuedOn.Value:yyyy-MM-dd}");
        Line(text, $"period: {head.Period.Value?.Kind} {head.Period.Value?.Year} {head.Period.Value?.Quarter}");
        Line(text, $"level: {head.Level.Value}");
        Line(text, $"signer: {head.Signer.Value}, {head.SignerTitle.Value}");
        Line(text, $"recipients: {string.Join("; ", head.Recipients.Value)}");
    }

    private static string Places(Field field) => string.Join(", ", field.Evidence.Select(e => e.Source switch
    {
        EvidenceSource.Narrative => string.Create(CultureInfo.InvariantCulture, $"p{e.Page} ¶{e.Paragraph} “{OneLine(e.Text)}”"),
        _ => string.Create(CultureInfo.InvariantCulture, $"p{e.Page} {e.Table}.{e.Row}.{e.Column} “{OneLine(e.Text)}”"),
    }));

    private static string? Show(IndicatorValue? value) => value switch
    {
        null => null,
        NumberValue number => number.Number.ToString(CultureInfo.InvariantCulture),
        RatioValue ratio => string.Create(CultureInfo.InvariantCulture, $"{ratio.Numerator}/{ratio.Denominator}"),
        _ => throw new InvalidOperationException($"Unknown value {value.GetType().Name}."),
    };

    private static string OneLine(string text) => text.Replace("\n", " ⏎ ", StringComparison.Ordinal);

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
