using System.Collections.Immutable;
using Extractor.Models;
using Extractor.Validation.Engine;
using Extractor.Validation.Repairs;

namespace Extractor.Validation.Findings;

/// <summary>Puts a repair hint into a finding and its message.</summary>
internal static class RepairWords
{
    private const int Decimals = 3;

    /// <summary>The finding with the hint.</summary>
    public static FindingDraft Hint(FindingDraft draft, RepairRanking repairs, CellTable cells, IndicatorSchema schema)
    {
        LocalText[] changes = [.. repairs.Ranked.Select(r => Describe(r.Hypothesis, cells)).OfType<LocalText>()];
        if (changes.Length < repairs.Ranked.Length)
        {
            return draft;
        }

        LocalText all = changes.Aggregate((one, next) => new LocalText($"{one.Vi}, hoặc {next.Vi}", $"{one.En}, or {next.En}"));
        ImmutableArray<Repair> hints = [.. repairs.Ranked.Select(r => Hint(r, schema))];
        return draft with
        {
            Message = new LocalText($"{draft.Message.Vi} Số liệu sẽ khớp nếu {all.Vi}.", $"{draft.Message.En} It would fit if {all.En}."),
            Repair = hints.Length == 1 ? hints[0] : hints[0] with { Others = hints[1..] },
        };
    }

    private static LocalText? Describe(RepairHypothesis repair, CellTable cells)
    {
        if (cells.SourceOf(repair.Cell) is not { } source)
        {
            return null;
        }

        LocalText place = PlaceNames.Of(source);
        LocalText value = PlaceNames.Figure(repair.Value);
        LocalText slip = Name(repair.Slip);
        return new LocalText($"{place.Vi} là {value.Vi}{slip.Vi}", $"{place.En} were {value.En}{slip.En}");
    }

    private static Repair Hint(RankedRepair ranked, IndicatorSchema schema) => new(CodeOf(ranked.Hypothesis.Cell, schema), ranked.Hypothesis.Value)
    {
        Slip = ranked.Hypothesis.Slip,
        SwappedWith = ranked.Hypothesis.Slip == Slip.CellsSwapped ? CodeOf(ranked.Hypothesis.Twin, schema) : null,
        Probability = Math.Round(ranked.Probability, Decimals),
    };

    private static string CodeOf(int cell, IndicatorSchema schema) => schema.Indicators[CellTable.IndicatorOf(cell)].Code;

    private static LocalText Name(Slip? slip) => slip switch
    {
        Slip.LookAlikeDigit => new LocalText(" (có thể nhầm hai chữ số giống nhau)", " (probably digits that look alike)"),
        Slip.DigitChanged => new LocalText(" (có thể nhầm một chữ số)", " (probably one wrong digit)"),
        Slip.DigitDropped => new LocalText(" (có thể thiếu một chữ số)", " (probably a missing digit)"),
        Slip.DigitAdded => new LocalText(" (có thể thừa một chữ số)", " (probably a digit too many)"),
        Slip.DigitsSwapped => new LocalText(" (có thể đảo hai chữ số)", " (probably two digits in the wrong order)"),
        Slip.FactorOfTen => new LocalText(" (có thể thừa hoặc thiếu chữ số 0)", " (probably a zero too many or too few)"),
        Slip.DecimalComma => new LocalText(" (có thể sai dấu phẩy thập phân)", " (probably a misplaced decimal comma)"),
        Slip.FractionForPercent => new LocalText(" (có thể ghi phân số thay cho phần trăm)", " (probably a fraction for a percentage)"),
        Slip.CellsSwapped => new LocalText(" (có thể hai ô bị đổi chỗ)", " (probably two cells exchanged)"),
        _ => new LocalText("", ""),
    };
}
