using System.Collections.Immutable;
using System.Globalization;
using Extractor.Evaluation;
using Extractor.Models;

namespace Extractor.Tests.Variations;

/// <summary>Makes other reports of a known form: other agency, period, figures, numbering, wording, order of sections, rows left out, local rows added.</summary>
public static class ReportVariation
{
    private static readonly (string Label, string Unit)[] LocalRows =
    [
        ("Số buổi tiếp công dân định kỳ của lãnh đạo", "Buổi"), ("Số tổ công nghệ số cộng đồng", "Tổ"),
        ("Số mô hình sáng kiến mới được công nhận", "Mô hình"), ("Số camera an ninh lắp đặt trên địa bàn", "Chiếc"),
        ("Số hộ nghèo cuối kỳ", "Hộ"), ("Diện tích đất trồng lúa", "Ha"), ("Số vụ tai nạn giao thông", "Vụ"),
    ];

    /// <summary>The same form with everything a new report may change, decided by the seed.</summary>
    public static VariedReport Vary(GoldReport form, int seed)
    {
        ArgumentNullException.ThrowIfNull(form);
        var random = new Random(seed);
        List<List<GoldRow>> sections = SplitIntoSections(form.Rows);
        if (sections.Count > 2 && random.Next(2) == 0)
        {
            int i = random.Next(sections.Count - 1);
            (sections[i], sections[i + 1]) = (sections[i + 1], sections[i]);
        }

        List<GoldRow> rows = Numbering.Renumber(sections, random);
        rows = LeaveSomeOut(rows, random);
        AddLocalRows(rows, random);
        Wording wording = Wording.Choose(random);
        ImmutableArray<GoldRow> varied = [.. rows.Select(r => ValueVariation.Vary(wording.Apply(r), random))];
        return Frame.Around($"{form.Id}#{seed}", varied, random);
    }

    // A section starts at each row whose code has no dot: the top of the schema.
    private static List<List<GoldRow>> SplitIntoSections(ImmutableArray<GoldRow> rows)
    {
        var sections = new List<List<GoldRow>>();
        foreach (GoldRow row in rows)
        {
            if (sections.Count == 0 || (row.Code is { } code && !code.Contains('.', StringComparison.Ordinal) && row.Truth is null && Numbering.DepthOf(row.Stt) == 0))
            {
                sections.Add([]);
            }

            sections[^1].Add(row);
        }

        return sections;
    }

    // Only rows that nothing hangs on: the row below has a number of its own that is no deeper.
    private static List<GoldRow> LeaveSomeOut(List<GoldRow> rows, Random random) =>
        [.. rows.Where((row, i) =>
            row.Stt.Length == 0 || row.Unit.Length == 0
            || (i + 1 < rows.Count && (rows[i + 1].Stt.Length == 0 || Numbering.DepthOf(rows[i + 1].Stt) > Numbering.DepthOf(row.Stt)))
            || random.Next(25) > 0)];

    private static void AddLocalRows(List<GoldRow> rows, Random random)
    {
        foreach ((string label, string unit) in LocalRows.OrderBy(_ => random.Next()).Take(random.Next(4)).ToArray())
        {
            // After a numbered row whose followers are numbered too, so that no group is torn apart.
            int at = random.Next(rows.Count - 1);
            while (at > 0 && (rows[at].Stt.Length == 0 || rows[at].Label.Length == 0))
            {
                at--;
            }

            string value = random.Next(1, 400).ToString(CultureInfo.InvariantCulture);
            rows.Insert(at, new GoldRow("", "", label, unit, value, "", null, [], new NumberValue(decimal.Parse(value, CultureInfo.InvariantCulture))));
        }
    }
}
