using System.Collections.Immutable;
using System.Globalization;
using Extractor.Models;

namespace Extractor.Evaluation;

/// <summary>Compares a result with a transcription of the same report.</summary>
public static class ReportScorer
{
    /// <summary>Scores rows, cells, codes, fields, facts of the prose and the head.</summary>
    public static ReportScore Score(GoldReport expected, ExtractionResult actual)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(actual);
        var differences = ImmutableArray.CreateBuilder<Difference>();
        int[] pairs = RowAlignment.Align(expected.Rows, actual.Rows);
        ReportScore rows = ScoreRows(expected, actual, pairs, differences);
        ReportScore fields = FieldScorer.Score(expected, actual, differences);
        Share facts = ScoreFacts(expected, actual, differences);
        Share head = ScoreHead(expected, actual.Report, differences);
        return rows.Add(fields) with { Facts = facts, Head = head, Differences = differences.ToImmutable() };
    }

    private static ReportScore ScoreRows(
        GoldReport expected, ExtractionResult actual, int[] pairs, ImmutableArray<Difference>.Builder differences)
    {
        Share cells = default;
        Share codes = default;
        Share foreign = default;
        var judgements = ImmutableArray.CreateBuilder<RowJudgement>(pairs.Length);
        for (int i = 0; i < pairs.Length; i++)
        {
            GoldRow row = expected.Rows[i];
            ResultRow? found = pairs[i] < 0 ? null : actual.Rows[pairs[i]];
            if (found is null)
            {
                differences.Add(new Difference(DifferenceKind.MissingRow, PlaceOf(row), row.Value, ""));
            }

            foreach ((string name, string want, string? got) in CellsOf(row, found))
            {
                if (want.Length == 0 && string.IsNullOrEmpty(got))
                {
                    continue;
                }

                bool isSame = LooseText.AreSame(want, got);
                cells = cells.With(isSame);
                if (!isSame && found is not null)
                {
                    differences.Add(new Difference(DifferenceKind.Cell, PlaceOf(row), want, got ?? "") { Part = name, Page = found.Page });
                }
            }

            cells = cells.Add(CrossedRowScorer.ScoreCells(row, found, differences));
            bool isRight = found is not null && row.Accepts(found.Code) && CrossedRowScorer.IsSame(row, found);
            codes = codes.With(isRight);
            bool isForeign = row.Code is null && row.Cells.IsEmpty;
            foreign = isForeign ? foreign.With(isRight) : foreign;
            if (found is null)
            {
                continue;
            }

            // Rows of crossed tables have no code of their own; they are no foreign rows.
            if (found.Cells is null)
            {
                judgements.Add(new RowJudgement(found.Confidence.Value, isRight, found.Code is null) { Row = pairs[i] });
            }

            if (!isRight)
            {
                differences.Add(new Difference(DifferenceKind.WrongCode, PlaceOf(row), Describe(row.Code, row.Item), Describe(found.Code, found.Item))
                {
                    Confidence = found.Confidence,
                    Quote = found.Label,
                    Page = found.Page,
                });
            }
        }

        int paired = pairs.Count(p => p >= 0);
        return new ReportScore
        {
            Rows = pairs.Length,
            RowsFound = paired,
            RowsExtra = actual.Rows.Length - paired,
            Cells = cells,
            Codes = codes,
            ForeignRows = foreign,
            RowJudgements = judgements.ToImmutable(),
        };
    }

    private static string PlaceOf(GoldRow row) => $"{row.Stt} {row.Label}".Trim();

    private static string Describe(string? code, FieldItem? item) => $"{code} {CrossedRowScorer.Describe(item)}".Trim();

    private static (string Name, string Want, string? Got)[] CellsOf(GoldRow row, ResultRow? found) =>
    [
        ("stt", row.Stt, found?.Stt), ("label", row.Label, found?.Label), ("unit", row.Unit, found?.Unit),
        ("value", row.Value, found?.Value), ("note", row.Note, found?.Note),
    ];

    private static Share ScoreFacts(GoldReport expected, ExtractionResult actual, ImmutableArray<Difference>.Builder differences)
    {
        Share share = default;
        foreach ((string code, IndicatorValue value) in expected.RequiredFacts.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            bool isFound = actual.Fields.Any(f => f.Code == code && f.Item is null
                && f.Evidence.Any(e => e.Source == EvidenceSource.Narrative && value.Equals(e.Value)));
            share = share.With(isFound);
            if (!isFound)
            {
                differences.Add(new Difference(DifferenceKind.MissingFact, code, Difference.Show(value), ""));
            }
        }

        return share;
    }

    private static Share ScoreHead(GoldReport expected, ReportHead head, ImmutableArray<Difference>.Builder differences)
    {
        Share share = default;
        foreach ((string part, string want) in expected.Head.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            string? got = part switch
            {
                "agency" => head.Agency.Value,
                "parentAgency" => head.ParentAgency.Value,
                "number" => head.Number.Value,
                "issuedOn" => head.IssuedOn.Value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                "title" => head.Title.Value,
                "signer" => head.Signer.Value,
                _ => throw new InvalidOperationException($"Unknown part '{part}' of the head."),
            };
            bool isSame = FoldAgency(want) == FoldAgency(got);
            share = share.With(isSame);
            if (!isSame)
            {
                differences.Add(new Difference(DifferenceKind.Head, "", want, got ?? "") { Part = part });
            }
        }

        bool isPeriod = expected.Period == head.Period.Value;
        if (!isPeriod)
        {
            differences.Add(new Difference(DifferenceKind.Head, "", Show(expected.Period), Show(head.Period.Value)) { Part = "period" });
        }

        return share.With(isPeriod);
    }

    private static string Show(ReportPeriod? period) =>
        period is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{period.Kind} {period.Quarter ?? period.Month} {period.Year}");

    // "Ủy ban nhân dân" and its abbreviation name the same body.
    private static string FoldAgency(string? text) =>
        LooseText.Fold(text).Replace("ủybannhândân", "ubnd", StringComparison.Ordinal).Replace("uỷbannhândân", "ubnd", StringComparison.Ordinal);
}
