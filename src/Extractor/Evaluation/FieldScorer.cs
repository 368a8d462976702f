using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Evaluation;

/// <summary>Compares the values of a result with those of a transcription.</summary>
internal static class FieldScorer
{
    /// <summary>Precision, recall and the pairs of confidence and outcome.</summary>
    public static ReportScore Score(GoldReport expected, ExtractionResult actual, ImmutableArray<Difference>.Builder differences)
    {
        ILookup<string, IndicatorValue> wanted = expected.Rows
            .Where(r => r.Code is not null && r.Truth is not null).Select(r => (Key: r.Code!, Truth: r.Truth!))
            .Concat(expected.Rows.SelectMany(r => r.Cells.Where(c => c.Code is not null && c.Truth is not null).Select(c => (Key: KeyOf(c.Code!, r.Item), Truth: c.Truth!))))
            .ToLookup(r => r.Key, r => r.Truth, StringComparer.Ordinal);
        Dictionary<string, Field> got =
            actual.Fields.Where(f => f.Value is not null).ToDictionary(f => KeyOf(f.Code, f.Item), StringComparer.Ordinal);
        MoveEquivalentCodes(expected, wanted, got);

        Share precision = default;
        var judgements = ImmutableArray.CreateBuilder<FieldJudgement>(actual.Fields.Length);
        foreach ((string code, Field field) in got)
        {
            bool isRight = wanted.Contains(code)
                ? wanted[code].Contains(field.Value)
                : IsFact(expected, code, field.Value);
            precision = precision.With(isRight);
            judgements.Add(Judge(field, isRight));
            if (!isRight)
            {
                differences.Add(new Difference(DifferenceKind.WrongValue, code, Show(wanted[code]), Difference.Show(field.Value))
                {
                    Name = field.Name,
                    Confidence = field.Confidence,
                    Quote = field.Evidence is [{ } place, ..] ? place.Text : field.Raw,
                    Page = field.Evidence is [{ Page: { } page }, ..] ? page : null,
                });
            }
        }

        HashSet<string> empty = EmptyKeys(expected);
        judgements.AddRange(actual.Fields.Where(f => f.Value is null)
            .Select(f => (Field: f, Key: KeyOf(f.Code, f.Item))).Select(f => Judge(f.Field, !wanted.Contains(f.Key) && empty.Contains(f.Key))));
        Share recall = default;
        foreach (IGrouping<string, IndicatorValue> want in wanted)
        {
            bool isFound = got.TryGetValue(want.Key, out Field? field) && want.Contains(field.Value);
            recall = recall.With(isFound);
            if (field is null)
            {
                differences.Add(new Difference(DifferenceKind.MissingValue, want.Key, Show(want), "")
                {
                    Name = expected.Rows.FirstOrDefault(r => r.Code == want.Key)?.Label ?? "",
                });
            }
        }

        return new ReportScore { FieldPrecision = precision, FieldRecall = recall, Fields = judgements.ToImmutable() };
    }

    private static FieldJudgement Judge(Field field, bool isRight) => new(
        field.Confidence.Value, isRight, field.Kind, field.Status, field.Evidence is [{ } place, ..] ? place.Source : null)
    {
        Code = field.Code,
        Item = field.Item,
    };

    private static string Show(IEnumerable<IndicatorValue> values) => string.Join(" or ", values.Select(Difference.Show).Distinct());

    // A field without a value is right where the transcription has its row or cell, and no value in it.
    private static HashSet<string> EmptyKeys(GoldReport expected) =>
    [
        .. expected.Rows.Where(r => r.Truth is null).SelectMany(r => r.Also.Prepend(r.Code)).OfType<string>(),
        .. expected.Rows.SelectMany(r => r.Cells.Where(c => c.Code is not null && c.Truth is null).Select(c => KeyOf(c.Code!, r.Item))),
    ];

    // One field a code and item; without items the code is the key.
    private static string KeyOf(string code, FieldItem? item) => item is null ? code : $"{code} {CrossedRowScorer.KeyOf(item)}";

    private static bool IsFact(GoldReport expected, string code, IndicatorValue? value) =>
        (expected.RequiredFacts.TryGetValue(code, out IndicatorValue? fact) || expected.OptionalFacts.TryGetValue(code, out fact))
        && fact.Equals(value);

    // A value found under a code the transcription calls as right counts under the row's own code.
    private static void MoveEquivalentCodes(GoldReport expected, ILookup<string, IndicatorValue> wanted, Dictionary<string, Field> got)
    {
        foreach (GoldRow row in expected.Rows)
        {
            foreach (string? also in row.Also)
            {
                if (also is null || row.Code is null || !got.TryGetValue(also, out Field? field))
                {
                    continue;
                }

                if (!got.ContainsKey(row.Code))
                {
                    got.Remove(also);
                    got[row.Code] = field;
                }
                else if (!wanted.Contains(also) && Equals(field.Value, row.Truth))
                {
                    got.Remove(also);
                }
            }
        }
    }
}
