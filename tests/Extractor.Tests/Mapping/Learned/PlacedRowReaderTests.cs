using System.Collections.Immutable;
using Extractor.Mapping.Heuristic;
using Extractor.Mapping.Learned;
using Extractor.Models;
using Extractor.Tables;
using FsCheck;
using FsCheck.Xunit;

namespace Extractor.Tests.Mapping.Learned;

public class PlacedRowReaderTests
{
    private static readonly SchemaIndex Index = SchemaIndex.For(FamilyCatalog.Load("cchc"));
    private static readonly RecentReadings<LabelInPlace, RowReading> Recent = new(200);
    private static readonly ImmutableArray<StatisticalRow> Rows =
        [.. new[] { "dien-bien-2021-9m", "hoang-thanh-2021-9m", "hong-hai-2023-year" }.SelectMany(name => GoldRows.Read(name).Tables).SelectMany(t => t.Rows)];

    private static readonly string[] Figures = ["", "0", "1", "250", "97,5%", "3/4", "Có", "-"];

    [Property(MaxTest = 60)]
    public void What_earlier_reports_printed_changes_nothing(PositiveInt seed)
    {
        ImmutableArray<StatisticalTable> tables = [SomeRows(new Random(seed.Get))];
        List<RowNode> alone = Read(tables, null);
        List<RowNode> afterOthers = Read(tables, Recent);

        for (int n = 0; n < alone.Count; n++)
        {
            Assert.Equal(alone[n].Candidates, afterOthers[n].Candidates);
            Assert.Equal(alone[n].Words, afterOthers[n].Words);
            Assert.Equal(alone[n].Evidence!.Pairs, afterOthers[n].Evidence!.Pairs);
            Assert.Equal(alone[n].Evidence!.None, afterOthers[n].Evidence!.None);
        }
    }

    [Fact]
    public void A_row_printed_again_in_its_place_is_not_read_again()
    {
        var recent = new RecentReadings<LabelInPlace, RowReading>(1000);
        ImmutableArray<StatisticalTable> tables = GoldRows.Read("dien-bien-2021-9m").Tables;

        List<RowNode> first = Read(tables, recent), second = Read(tables, recent);

        Assert.All(first.Zip(second), pair => Assert.Same(pair.First.Reading, pair.Second.Reading));
    }

    private static List<RowNode> Read(ImmutableArray<StatisticalTable> tables, RecentReadings<LabelInPlace, RowReading>? recent)
    {
        List<RowNode> nodes = RowOutline.Build(tables, Index, CancellationToken.None);
        var reader = new PlacedRowReader(Index, nodes, recent);
        for (int n = 0; n < nodes.Count; n++)
        {
            reader.Read(n);
        }

        return nodes;
    }

    // Runs of rows as printed and single rows, so that labels come again in their places and in others, with other figures and units.
    private static StatisticalTable SomeRows(Random random)
    {
        var rows = ImmutableArray.CreateBuilder<StatisticalRow>();
        while (rows.Count < 40)
        {
            int start = random.Next(Rows.Length), count = random.Next(3) == 0 ? 1 : random.Next(1, 12);
            foreach (StatisticalRow row in Rows.Skip(start).Take(count))
            {
                rows.Add(new StatisticalRow
                {
                    Table = 0,
                    Row = rows.Count,
                    Stt = random.Next(10) == 0 ? "" : row.Stt,
                    Group = row.Group,
                    Label = random.Next(20) == 0 ? PlacedText.Empty : row.Label,
                    Unit = random.Next(10) == 0 ? PlacedText.Empty : row.Unit,
                    Value = new PlacedText(Figures[random.Next(Figures.Length)]),
                    Note = row.Note,
                });
            }
        }

        return new StatisticalTable(0, "", rows.ToImmutable());
    }
}
