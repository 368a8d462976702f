using System.Collections.Immutable;
using Extractor.Mapping;
using Extractor.Models;
using Extractor.Results;
using Extractor.Tables;
using Extractor.Training.Synthesis;
using Extractor.Validation.Engine;

namespace Extractor.Training.Printing;

/// <summary>
/// Makes invented figures keep the rules of their family as those of an office do: a total becomes the sum of its parts, a rate the quotient of its figures,
/// a part no more than its whole. What still contradicts itself after some rounds stays so; offices' figures do too.
/// </summary>
internal static class FigureKeeper
{
    private const int Rounds = 6;
    private const int MostInstances = 5000;
    private static readonly Document NoProse = new() { Format = FileFormat.Docx, Blocks = [] };

    /// <summary>The figures by code, changed where a rule asks for it.</summary>
    public static Dictionary<string, decimal> Keep(IndicatorSchema schema, IReadOnlyDictionary<string, decimal> figures, SeededRandom random)
    {
        var rules = CompiledRules.For(schema);
        ImmutableArray<RowChoice> choices =
        [
            .. figures.Select((f, i) => new RowChoice(RowOf(i), schema.Find(f.Key)!, Confidence.Full, [])),
        ];
        IReadOnlyList<Statement> statements = StatementReader.Read(NoProse, choices, [], []);
        var cells = CellTable.Of(statements, rules, 0);
        foreach ((string code, decimal figure) in figures)
        {
            cells.Assume(CellOf(rules, code), figure);
        }

        for (int round = 0; round < Rounds; round++)
        {
            foreach (CheckedInstance broken in RuleRun.Judge(rules, cells, null, MostInstances).Where(i => i.Verdict.Outcome == CheckOutcome.Broken))
            {
                Mend(broken, cells, random);
            }
        }

        return figures.Keys.ToDictionary(code => code, code => cells.ValueOf(CellOf(rules, code)), StringComparer.Ordinal);
    }

    private static int CellOf(CompiledRules rules, string code) => CellTable.CellOf(rules.IndexOf(code), isProse: false);

    private static void Mend(CheckedInstance broken, CellTable cells, SeededRandom random)
    {
        CellUse[] left = [.. broken.Uses.Where(u => u.Side == CheckSide.Left)];
        Verdict verdict = broken.Verdict;
        if (broken.Check.Divisor is not null)
        {
            decimal most = broken.Uses.Where(u => u.Side == CheckSide.Divisor).Sum(u => u.Sign * cells.ValueOf(u.Cell));
            CellUse numerator = broken.Uses.First(u => u.Side == CheckSide.Right);
            if (verdict.Right > 100 && broken.Uses.Count(u => u.Side == CheckSide.Right) == 1)
            {
                cells.Assume(numerator.Cell, decimal.Truncate(most * random.Below(101) / 100));
                return;
            }

            cells.Assume(left[0].Cell, decimal.Round(verdict.Right, 1 + random.Below(2), MidpointRounding.AwayFromZero));
        }
        else if (broken.Check.Relation == RuleRelation.Equal)
        {
            if (left.Length == 1 && verdict.Right >= 0)
            {
                cells.Assume(left[0].Cell, verdict.Right);
            }
        }
        else if (left.Length > 0)
        {
            decimal most = Math.Max(0, verdict.Right) / left.Length;
            foreach (CellUse use in left)
            {
                cells.Assume(use.Cell, decimal.Truncate(most * random.Below(101) / 100));
            }
        }
    }

    private static StatisticalRow RowOf(int index) => new()
    {
        Table = 0,
        Row = index,
        Stt = "",
        Group = "",
        Label = PlacedText.Empty,
        Unit = PlacedText.Empty,
        Value = new PlacedText("1"),
        Note = PlacedText.Empty,
    };
}
