using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Evaluation;

/// <summary>Compares the values of a result with those of a transcription.</summary>
internal static class FieldScorer
{
    /// <summary>Precision, recall and the pairs of confidence and outcome.</summary>
    public static ReportScore Score(GoldReport expected, ExtractionResult actual, ImmutableArray<string>.Builder differences)
    {
        ILookup<string, IndicatorValue> wanted = expected.Rows
            .Where(r => r.Code is not null && r.Truth is not null).Select(r => (Key: r.Code!, Truth: r.Truth!))
            .Concat(expected.Rows.SelectMany(r => r.Cells.Where(c => c.Code is not null && c.Truth is not null).Select(c => (Key: KeyOf(c.Code!, r.Item), Truth: c.Truth!))))
            .ToLookup(r => r.Key, r => r.Truth, StringComparer.Ordinal);
        Dictionary<string, Field> got =
            actual.Fields.Where(f => f.Value is not null).ToDictionary(f => KeyOf(f.Code, f.Item), StringComparer.Ordinal);
        MoveEquivalentCodes(expected, wanted, got);

        Share precision = default;
        var calibration = ImmutableArray.CreateBuilder<(double, bool)>();
        foreach ((string code, Field field) in got)
        {
            bool isRight = wanted.Contains(code)
                ? wanted[code].Contains(field.Value)
                : IsFact(expected, code, field.Value);
            precision = precision.With(isRight);
            calibration.Add((field.Confidence.Value, isRight));
            if (!isRight)
            {
                differences.Add($"field | {code} | {string.Join(" or ", wanted[code])} | {field.Value} | {field.Confidence.Value:0.000}");
            }
        }

        Share recall = default;
        foreach (IGrouping<string, IndicatorValue> want in wanted)
        {
            bool isFound = got.TryGetValue(want.Key, out Field? field) && want.Contains(field.Value);
            recall = recall.With(isFound);
            if (field is null)
            {
                differences.Add($"field missing | {want.Key} | {string.Join(" or ", want)}");
            }
        }

        return new ReportScore { FieldPrecision = precision, FieldRecall = recall, Calibration = calibration.ToImmutable() };
    }

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
