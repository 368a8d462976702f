using System.Collections.Immutable;
using Extractor.Evaluation;
using Extractor.Models;

namespace Extractor.Tests.Variations;

/// <summary>A made-up report of the field: what it prints and what is true of it.</summary>
/// <param name="Gold">What a right result says.</param>
/// <param name="Letterhead">Lines of the left and right half of the head.</param>
/// <param name="Title">Lines of the title.</param>
/// <param name="Paragraphs">The prose.</param>
/// <param name="Caption">Lines above the table.</param>
/// <param name="HasTwoHeaderRows">Whether "Kết quả thống kê" stands over unit and figure.</param>
/// <param name="Signature">Lines under the prose, right half.</param>
/// <param name="Recipients">Lines under the prose, left half.</param>
public sealed record VariedReport(
    GoldReport Gold, (ImmutableArray<string> Left, ImmutableArray<string> Right) Letterhead, ImmutableArray<string> Title,
    ImmutableArray<string> Paragraphs, ImmutableArray<string> Caption, bool HasTwoHeaderRows, ImmutableArray<string> Signature,
    ImmutableArray<string> Recipients)
{
    /// <summary>Seed and form, for the message of a failing test.</summary>
    public override string ToString() => Gold.Id;

    /// <summary>Runs of rows that share a group, as Word merges them in the number column.</summary>
    public IEnumerable<(int First, int Count)> GroupRuns()
    {
        for (int i = 0; i < Gold.Rows.Length;)
        {
            int end = i + 1;
            while (Gold.Rows[i].Group.Length > 0 && end < Gold.Rows.Length && Gold.Rows[end].Group == Gold.Rows[i].Group && Gold.Rows[end].Stt.Length == 0)
            {
                end++;
            }

            yield return (i, end - i);
            i = end;
        }
    }

    internal static ReportPeriod Period(PeriodKind kind, int year, int? quarter) => new(kind, year, quarter);
}
