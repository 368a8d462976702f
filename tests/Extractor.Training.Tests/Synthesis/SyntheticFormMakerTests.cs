using Extractor.Training.Synthesis;

namespace Extractor.Training.Tests.Synthesis;

public class SyntheticFormMakerTests
{
    private static readonly SyntheticFormMaker Maker = new(SmallTraining.Schema, []);

    [Fact]
    public void A_seed_gives_the_same_tables_and_another_seed_others()
    {
        Assert.Equal(Labels(1, 9), Labels(1, 9));
        Assert.NotEqual(Labels(1, 9), Labels(1, 10));
        Assert.NotEqual(Labels(1, 9), Labels(2, 9));
    }

    [Fact]
    public void Hidden_indicators_are_neither_known_nor_right()
    {
        for (int table = 0; table < 10; table++)
        {
            SyntheticForm made = Maker.Make(table, 4);

            Assert.All(made.Form.Codes, codes => Assert.True(codes[0] is null || made.Schema.Find(codes[0]!) is not null));
        }
    }

    [Fact]
    public void Tables_hold_foreign_rows_and_rows_of_the_schema()
    {
        SyntheticForm[] tables = [.. Enumerable.Range(0, 10).Select(i => Maker.Make(i, 4))];

        Assert.Contains(tables.SelectMany(t => t.Form.Codes), codes => codes[0] is null);
        Assert.All(tables, t => Assert.InRange(t.Form.Codes.Count(c => c[0] is not null), 20, SmallTraining.Schema.Indicators.Length));
        Assert.All(tables, t => Assert.Equal(t.Form.Tables.Sum(x => x.Rows.Length), t.Form.Codes.Length));
    }

    private static IEnumerable<string> Labels(int table, ulong seed) => Maker.Make(table, seed).Form.Tables[0].Rows.Select(r => $"{r.Stt} {r.Label.Text} {r.Unit.Text}");
}
