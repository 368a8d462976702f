using System.Text;
using Extractor.Models;
using Extractor.Results;
using Extractor.Validation.Engine;

namespace Extractor.Validation.Findings;

/// <summary>Words a broken check: the law of the rule, then the rows and figures on both sides.</summary>
internal static class BreachWords
{
    /// <summary>The message.</summary>
    public static LocalText Of(CheckedInstance broken, CellTable cells)
    {
        LocalText template = broken.Check.Rule.Message is { Vi.Length: > 0 } own ? own : DefaultFor(broken.Check);
        LocalText left = Side(broken, cells, CheckSide.Left, broken.Check.Left.Constant, broken.Verdict.Left);
        LocalText right = broken.Check.Divisor is null
            ? Side(broken, cells, CheckSide.Right, broken.Check.Right.Constant, broken.Verdict.Right)
            : Quotient(broken, cells);
        return new LocalText(Fill(template.Vi, left.Vi, right.Vi), Fill(template.En, left.En, right.En));
    }

    private static LocalText DefaultFor(CompiledCheck check) => (check.Rule.Kind, check.Relation) switch
    {
        (RuleKind.Quotient, RuleRelation.NotTheFraction) => new LocalText(
            "Tỷ lệ được ghi dưới dạng phân số, không phải phần trăm: {left}; {right}.", "A rate is written as a fraction and not in percent: {left}; {right}."),
        (RuleKind.Quotient, _) => new LocalText("Tỷ lệ không khớp với phép chia: {left}; {right}.", "A rate differs from its quotient: {left}; {right}."),
        (_, RuleRelation.Equal) => new LocalText("Tổng không bằng các phần cộng lại: {left}; {right}.", "A total differs from the sum of its parts: {left}; {right}."),
        _ => new LocalText("Số thành phần vượt số bao nó: {left}; {right}.", "A figure exceeds the one that contains it: {left}; {right}."),
    };

    private static LocalText Side(CheckedInstance broken, CellTable cells, CheckSide side, decimal constant, decimal total)
    {
        var vi = new StringBuilder();
        var en = new StringBuilder();
        Statement? only = null;
        int count = 0;
        foreach (CellUse use in broken.Uses)
        {
            if (use.Side == side && cells.SourceOf(use.Cell) is { } source)
            {
                LocalText figure = PlaceNames.Figure(cells.ValueOf(use.Cell));
                LocalText label = PlaceNames.LabelOf(source);
                string sign = count == 0 ? use.Sign < 0 ? "-" : "" : use.Sign < 0 ? " - " : " + ";
                vi.Append(sign).Append(figure.Vi).Append(" (").Append(label.Vi).Append(')');
                en.Append(sign).Append(figure.En).Append(" (").Append(label.En).Append(')');
                only = source;
                count++;
            }
        }

        LocalText value = PlaceNames.Figure(total);
        if (count == 0)
        {
            return PlaceNames.Figure(constant);
        }

        if (count == 1 && constant == 0)
        {
            LocalText place = PlaceNames.Of(only!);
            return new LocalText($"{place.Vi} ghi {value.Vi}", $"{place.En} states {value.En}");
        }

        return new LocalText($"{vi} = {value.Vi}", $"{en} = {value.En}");
    }

    private static LocalText Quotient(CheckedInstance broken, CellTable cells)
    {
        LocalText over = PlaceNames.Join(Operand(broken, cells, CheckSide.Right), " / ", Operand(broken, cells, CheckSide.Divisor));
        LocalText percent = PlaceNames.Figure(decimal.Round(broken.Verdict.Right, 2));
        return new LocalText($"{over.Vi} = {percent.Vi}%", $"{over.En} = {percent.En}%");
    }

    private static LocalText Operand(CheckedInstance broken, CellTable cells, CheckSide side)
    {
        LocalText operand = new("", "");
        foreach (CellUse use in broken.Uses)
        {
            if (use.Side == side && cells.SourceOf(use.Cell) is { } source)
            {
                LocalText figure = PlaceNames.Figure(cells.ValueOf(use.Cell));
                LocalText label = PlaceNames.LabelOf(source);
                var part = new LocalText($"{figure.Vi} ({label.Vi})", $"{figure.En} ({label.En})");
                operand = operand.Vi.Length == 0 ? part : PlaceNames.Join(operand, " + ", part);
            }
        }

        return operand;
    }

    private static string Fill(string template, string left, string right) =>
        template.Replace("{left}", left, StringComparison.Ordinal).Replace("{right}", right, StringComparison.Ordinal);
}
