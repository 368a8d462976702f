using System.Collections.Immutable;
using Extractor.Models;
using Extractor.Scoring;
using Extractor.Validation;
using Extractor.Values;

namespace Extractor.Results;

/// <summary>Makes one field of all statements of a code: the best-supported value with every place that states it.</summary>
internal static class FieldAssembler
{
    /// <summary>Builds the field.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="statements">Places that state it.</param>
    /// <param name="support">What the rules say of it.</param>
    /// <param name="findings">Ids of the findings that concern it.</param>
    /// <param name="judge">Weighs its confidence.</param>
    /// <param name="request">Whether the confidence is explained, and in which language.</param>
    public static Field Assemble(
        Indicator indicator, IReadOnlyList<Statement> statements, RuleSupport support, ImmutableArray<string> findings, ConfidenceJudge judge,
        ExtractionRequest request)
    {
        Statement best = Choose(statements);
        int agreeing = statements.Count(s => s != best && s.Value is not null && s.Value == best.Value);
        int disagreeing = best.Value is null ? 0 : statements.Count(s => s.Value is not null && s.Value != best.Value);
        ConfidenceExplanation confidence = Explain(best, new ConfidenceWitnesses(agreeing, disagreeing, support), judge);
        CellReading? reading = (best as Statement.OfRow)?.Reading;
        ImmutableArray<Evidence> evidence = [.. statements.OrderByDescending(s => s == best).SelectMany(s => EvidenceOf(s))];

        return new Field(
            indicator.Code,
            indicator.Name.Vi,
            indicator.Kind,
            indicator.Unit,
            best.Value,
            RawOf(best),
            reading?.Status ?? FieldStatus.Reported,
            confidence.Confidence,
            evidence,
            AlternativesOf(indicator, best, statements),
            PartsOf(best),
            findings)
        {
            Explanation = request.Explain ? ExplanationWriter.Write(confidence, request.Language) : null,
        };
    }

    /// <summary>
    /// The best-supported place. The appendix is the statistic the agency signs for, the prose retells it: a figure of the table wins over one
    /// of the prose. Among rows the surest wins, the first printed one on a tie.
    /// </summary>
    public static Statement Choose(IReadOnlyList<Statement> statements) =>
        statements
            .OrderByDescending(s => s.Value is not null)
            .ThenByDescending(s => s is Statement.OfRow)
            .ThenByDescending(s => s.Confidence.Value)
            .First();

    private static ConfidenceExplanation Explain(Statement best, ConfidenceWitnesses witnesses, ConfidenceJudge judge) =>
        best is Statement.OfRow row
            ? judge.OfRow((best.Indicator.Code, best.Item), row.Choice, row.Reading, witnesses)
            : judge.OfProse((best.Indicator.Code, best.Item), best.Confidence.Value, witnesses);

    private static string RawOf(Statement statement) => statement switch
    {
        Statement.OfRow row => row.Row.Value.Text,
        Statement.OfProse prose => prose.Block.Text.Text.Substring(prose.Fact.Start, prose.Fact.Length),
        _ => throw new InvalidOperationException($"Unknown statement {statement.GetType().Name}."),
    };

    private static ImmutableArray<Evidence> EvidenceOf(Statement statement) => statement switch
    {
        Statement.OfRow row => EvidenceOf(row),
        Statement.OfProse prose => EvidenceWriter.OfParagraph(
            prose.Block.Text, prose.Fact.Block, prose.Fact.Start, prose.Fact.Length, prose.Value, prose.Confidence),
        _ => throw new InvalidOperationException($"Unknown statement {statement.GetType().Name}."),
    };

    private static ImmutableArray<Evidence> EvidenceOf(Statement.OfRow row)
    {
        ImmutableArray<Evidence> figure = EvidenceWriter.OfCell(
            row.Row, row.Row.Value, row.Row.ValueColumn, EvidenceSource.Table, row.Reading.Start, row.Reading.Length, row.Value, row.Confidence);
        return row.NoteItems.IsEmpty
            ? figure
            : figure.AddRange(EvidenceWriter.OfCell(
                row.Row, row.Row.Note, row.Row.NoteColumn, EvidenceSource.Note, 0, row.Row.Note.Text.Length, row.Value, row.Confidence));
    }

    private static ImmutableArray<Part> PartsOf(Statement statement) =>
        statement is Statement.OfRow row ? row.Reading.Parts.IsEmpty ? row.NoteItems : row.Reading.Parts : [];

    // Other codes the chosen place could state, then other values stated for this code.
    private static ImmutableArray<Alternative> AlternativesOf(Indicator indicator, Statement best, IReadOnlyList<Statement> statements)
    {
        ImmutableArray<Mapping.IndicatorCandidate> candidates = best switch
        {
            Statement.OfRow row => row.Choice.Alternatives,
            Statement.OfProse prose => prose.Fact.Alternatives,
            _ => [],
        };
        IEnumerable<Alternative> codes = candidates.Select(c => new Alternative(c.Indicator.Code, best.Value, c.Confidence));
        IEnumerable<Alternative> values = statements
            .Where(s => s.Value is not null && s.Value != best.Value)
            .DistinctBy(s => s.Value)
            .Select(s => new Alternative(indicator.Code, s.Value, s.Confidence));
        return [.. codes.Concat(values).OrderByDescending(a => a.Confidence.Value)];
    }
}
