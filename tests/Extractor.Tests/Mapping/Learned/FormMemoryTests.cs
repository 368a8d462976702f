using System.Collections.Immutable;
using Extractor.Mapping;
using Extractor.Models;
using Extractor.Tables;

namespace Extractor.Tests.Mapping.Learned;

public class FormMemoryTests
{
    private static readonly IndicatorSchema Schema = FamilyCatalog.Load("cchc");

    public static TheoryData<string> Forms =>
        [.. Directory.EnumerateFiles(Path.Combine(Fixtures.Root, "forms"), "*.csv", SearchOption.AllDirectories).Select(path => Path.GetFileNameWithoutExtension(path)), .. Fixtures.Reports];

    [Theory, MemberData(nameof(Forms))]
    public void The_next_report_on_a_known_form_maps_exactly(string form)
    {
        GoldRows gold = GoldRows.Read(form);

        ImmutableArray<RowChoice> choices = ShippedModel.Mapper.Map(WithOtherFigures(gold.Tables), Schema);

        Assert.All(choices.Zip(gold.Codes), pair => Assert.Contains(pair.First.Indicator?.Code, pair.Second));
        Assert.All(choices, choice => Assert.InRange(choice.Confidence.Value, 0.99, 1));
    }

    [Fact]
    public void Rows_added_dropped_and_changed_leave_the_others_known()
    {
        GoldRows gold = GoldRows.Read("xa-2025-sau-sap-xep");
        ImmutableArray<StatisticalRow> rows = gold.Tables[0].Rows;
        ImmutableArray<StatisticalRow> changed = [.. rows.Where((_, i) => i % 20 != 7).Select((r, i) => i % 25 == 3 ? Relabel(r, "Số hộ nghèo trên địa bàn") : r)];

        ImmutableArray<RowChoice> choices = ShippedModel.Mapper.Map([new StatisticalTable(0, "", changed)], Schema);

        int right = 0;
        foreach (RowChoice choice in choices)
        {
            right += rows.IndexOf(choice.Row) is >= 0 and var at && gold.Codes[at].Contains(choice.Indicator?.Code) ? 1 : 0;
        }

        Assert.Equal(changed.Count(rows.Contains), right);
    }

    [Fact]
    public void Half_of_a_form_is_another_form()
    {
        GoldRows gold = GoldRows.Read("xa-2025-sau-sap-xep");

        ImmutableArray<RowChoice> choices = ShippedModel.Mapper.Map([new StatisticalTable(0, "", gold.Tables[0].Rows[..50])], Schema);

        Assert.All(choices, choice => Assert.DoesNotContain(choice.Signals, s => s is { Name: "remembered", Value: > 0 }));
    }

    private static ImmutableArray<StatisticalTable> WithOtherFigures(ImmutableArray<StatisticalTable> tables) =>
        [.. tables.Select(t => t with { Rows = [.. t.Rows.Select((r, i) => Copy(r, r.Label.Text, r.Value.Text.Length > 0 && char.IsAsciiDigit(r.Value.Text[0]) ? $"{i}" : r.Value.Text))] })];

    private static StatisticalRow Relabel(StatisticalRow row, string label) => Copy(row, label, row.Value.Text);

    private static StatisticalRow Copy(StatisticalRow row, string label, string value) => new()
    {
        Table = row.Table,
        Row = row.Row,
        Stt = row.Stt,
        Group = row.Group,
        Label = new PlacedText(label),
        Unit = row.Unit,
        Value = new PlacedText(value),
        Note = row.Note,
    };
}
