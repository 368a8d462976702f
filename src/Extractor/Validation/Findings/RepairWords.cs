using Extractor.Models;
using Extractor.Validation.Engine;
using Extractor.Validation.Repairs;

namespace Extractor.Validation.Findings;

/// <summary>Puts a repair hint into a finding and its message.</summary>
internal static class RepairWords
{
    /// <summary>The finding with the hint.</summary>
    public static FindingDraft Hint(FindingDraft draft, RepairHypothesis repair, CellTable cells, IndicatorSchema schema)
    {
        if (cells.SourceOf(repair.Cell) is not { } source)
        {
            return draft;
        }

        LocalText place = PlaceNames.Of(source);
        LocalText value = PlaceNames.Figure(repair.Value);
        LocalText slip = Name(repair.Slip);
        return draft with
        {
            Message = new LocalText(
                $"{draft.Message.Vi} Số liệu sẽ khớp nếu {place.Vi} là {value.Vi}{slip.Vi}.", $"{draft.Message.En} It would fit if {place.En} were {value.En}{slip.En}."),
            Repair = new Repair(CodeOf(repair.Cell, schema), repair.Value)
            {
                Slip = repair.Slip,
                SwappedWith = repair.Slip == Slip.CellsSwapped ? CodeOf(repair.Twin, schema) : null,
            },
        };
    }

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
