using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Values;

/// <summary>Turns a figure of a cell into a value of the expected kind, with the doubts that its notation raises.</summary>
internal static class NumberReading
{
    private const decimal Thousand = 1000;

    /// <summary>The reading of a number, percentage, ratio or amount.</summary>
    public static CellReading Of(string text, CellFigureReading read, CellContext context)
    {
        Figure figure = read.Figure;
        string raw = text.Substring(figure.Start, figure.Length);
        var issues = ImmutableArray.CreateBuilder<ReadingIssue>();
        double confidence = CertaintyOf(read.Doubt);
        IndicatorValue value;
        if (figure.Kind == FigureKind.Ratio)
        {
            value = new RatioValue(figure.Value, figure.Denominator);
            if (context.Kind is not (ValueKind.Ratio or ValueKind.Heading))
            {
                confidence *= 0.85;
                issues.Add(ReadingIssues.RatioForNumber(raw));
            }
        }
        else
        {
            decimal number = Interpret(figure, raw, context, issues, ref confidence);
            value = new NumberValue(number);
            AddDoubts(read.Doubt, raw, number, issues);
            confidence *= FitOf(number, figure.Kind, context, issues);
        }

        return new CellReading(
            FieldStatus.Reported, value, figure.Start, figure.Length, [], Confidence.Clamp(confidence), issues.ToImmutable());
    }

    private static double CertaintyOf(FigureDoubt doubt)
    {
        double certainty = 0.998;
        certainty *= doubt.HasFlag(FigureDoubt.Approximate) ? 0.6 : 1;
        certainty *= doubt.HasFlag(FigureDoubt.Embedded) ? 0.65 : 1;
        certainty *= doubt.HasFlag(FigureDoubt.Explained) ? 0.96 : 1;
        certainty *= doubt.HasFlag(FigureDoubt.Glued) ? 0.98 : 1;
        certainty *= doubt.HasFlag(FigureDoubt.Words) ? 0.93 : 1;
        certainty *= doubt.HasFlag(FigureDoubt.OcrLetters) ? 0.5 : 1;
        return certainty;
    }

    private static decimal Interpret(
        Figure figure, string raw, CellContext context, ImmutableArray<ReadingIssue>.Builder issues, ref double confidence)
    {
        decimal value = figure.Kind == FigureKind.Money || context.Kind == ValueKind.Money ? InPrintedUnit(figure, context) : figure.Value;
        if (figure.Notation.HasFlag(NumberNotation.AmbiguousComma))
        {
            // Nobody counts thousandths: as a count the comma is the thousands separator of a spreadsheet.
            bool isWhole = context.Kind is ValueKind.Count or ValueKind.Ratio or ValueKind.Heading or ValueKind.Money
                && context.Indicator is not null && figure.Kind != FigureKind.Percent;
            decimal meant = isWhole ? value * Thousand : value;
            issues.Add(ReadingIssues.AmbiguousComma(raw, meant, isWhole ? value : value * Thousand));
            confidence *= 0.75;
            return meant;
        }

        if (figure.Notation.HasFlag(NumberNotation.DecimalPoint))
        {
            issues.Add(ReadingIssues.DecimalPoint(raw, value));
            confidence *= 0.97;
        }

        confidence *= figure.Notation.HasFlag(NumberNotation.BlankGroups) ? 0.95 : 1;
        confidence *= figure.Notation.HasFlag(NumberNotation.BrokenDecimal) ? 0.97 : 1;
        return value;
    }

    // "2,5 tỷ đồng" under the unit "Triệu đồng" is 2500; without a currency of its own the cell is in the printed unit already.
    private static decimal InPrintedUnit(Figure figure, CellContext context)
    {
        if (figure.Kind != FigureKind.Money || context.Indicator is null)
        {
            return figure.Value;
        }

        foreach (Range word in context.PrintedUnit.AsSpan().Split(' '))
        {
            long scale = NumberWords.ScaleOf(context.PrintedUnit.AsSpan(word));
            if (scale > 0)
            {
                return figure.Value / scale;
            }
        }

        return figure.Value;
    }

    private static void AddDoubts(FigureDoubt doubt, string raw, decimal value, ImmutableArray<ReadingIssue>.Builder issues)
    {
        if (doubt.HasFlag(FigureDoubt.OcrLetters))
        {
            issues.Add(ReadingIssues.OcrLetters(raw, value));
        }

        if (doubt.HasFlag(FigureDoubt.Approximate))
        {
            issues.Add(ReadingIssues.Approximate(raw, value));
        }
    }

    // How well the figure fits the kind of the indicator; a misfit is reported as it stands and trusted less.
    private static double FitOf(decimal value, FigureKind kind, CellContext context, ImmutableArray<ReadingIssue>.Builder issues)
    {
        if (context.IsCoded && context.Options.Length > 0 && !context.Options.Any(o => o.Code == value))
        {
            issues.Add(ReadingIssues.UnknownOption(value, string.Join("; ", context.Options.Select(o => $"{o.Code} = {o.Label}"))));
            return 0.9;
        }

        return context.Kind switch
        {
            ValueKind.Percent when value is < 0 or > 100 => 0.85,
            ValueKind.Count or ValueKind.Ratio when kind == FigureKind.Percent => 0.85,
            ValueKind.Count when value != decimal.Truncate(value) => 0.8,
            _ => 1,
        };
    }
}
