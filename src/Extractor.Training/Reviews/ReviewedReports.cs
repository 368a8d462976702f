using System.Collections.Immutable;
using Extractor.Mapping.Learned;
using Extractor.Models;
using Extractor.Tables;
using Extractor.Training.Forms;

namespace Extractor.Training.Reviews;

/// <summary>
/// What corrections teach: a report of which enough rows were settled is a labelled form like any other, fitted on, left out in turn and remembered;
/// of the others each settled label is a wording. The last word about a row counts.
/// </summary>
/// <param name="Forms">Reports that became forms.</param>
/// <param name="Wordings">Settled labels of the other reports.</param>
internal sealed record ReviewedReports(ImmutableArray<LabelledForm> Forms, ImmutableArray<LearnedWording> Wordings)
{
    private const int FewestRowsOfForm = 20;
    private const int FewestWordsWithoutPlace = 4;

    /// <summary>Gathers corrections, oldest first, by report.</summary>
    /// <exception cref="InvalidDataException">A correction names a code that the schema does not have.</exception>
    public static ReviewedReports From(ImmutableArray<Correction> corrections, IndicatorSchema schema)
    {
        var forms = ImmutableArray.CreateBuilder<LabelledForm>();
        var wordings = ImmutableArray.CreateBuilder<LearnedWording>();
        foreach (IGrouping<string, Correction> report in corrections.Where(c => c.Kind == CorrectionKind.Row).GroupBy(c => c.Document).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (report.FirstOrDefault(c => c.To is not null && schema.Find(c.To) is null) is { } unknown)
            {
                throw new InvalidDataException($"The correction of '{unknown.Label}' names the code '{unknown.To}', which the schema does not have.");
            }

            Correction[] settled = [.. report.GroupBy(c => (c.Table, c.Row)).OrderBy(g => g.Key).Select(g => g.Last())];
            if (settled.Length >= FewestRowsOfForm)
            {
                forms.Add(FormOf(report.Key, settled));
            }
            else
            {
                wordings.AddRange(settled.Where(c => c.To is not null && c.Label.Length > 0)
                    .Select(c => new LearnedWording(c.To!, c.Label, c.Label.Split(' ').Length < FewestWordsWithoutPlace)));
            }
        }

        return new ReviewedReports(forms.ToImmutable(), wordings.ToImmutable());
    }

    private static LabelledForm FormOf(string name, Correction[] settled) => new(
        name,
        [.. settled.GroupBy(c => c.Table).Select((table, index) => new StatisticalTable(index, "", [.. table.Select(RowOf)]))],
        [.. settled.Select(c => ImmutableArray.Create(c.To))]);

    private static StatisticalRow RowOf(Correction correction) => new()
    {
        Table = correction.Table,
        Row = correction.Row,
        Stt = correction.Stt,
        Group = correction.Group,
        Label = new PlacedText(correction.Label),
        Unit = new PlacedText(correction.Unit),
        Value = new PlacedText(correction.Value),
        Note = new PlacedText(""),
    };
}
