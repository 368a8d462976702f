using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Values;

/// <summary>Reads a value cell: a figure, one of the four ways to state none, a list of items, or text that is no figure.</summary>
internal static class CellValueReader
{
    private const double TextCertainty = 0.9;

    /// <summary>What the cell says in its context.</summary>
    public static CellReading Read(PlacedText cell, CellContext context)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(context);
        CellReading reading = ReadText(cell.Text, context);
        double certainty = CertaintyOf(cell, reading);
        return certainty < 1 ? reading with { Confidence = Confidence.Clamp(reading.Confidence.Value * certainty) } : reading;
    }

    private static CellReading ReadText(string text, CellContext context)
    {
        if (ItemList.Read(text) is { } list && (list.Items.Length > 1 || list.Total is not null) && !context.IsCoded)
        {
            return ReadItems(list);
        }

        CellFigureReading read = CellFigure.Read(text);
        Figure figure = read.Figure;
        if (context.IsCoded && figure.Length < text.Length && CodedAnswer.ReadExact(text, context.Options) is { } answer)
        {
            return Answered(answer);
        }

        return figure.Kind switch
        {
            FigureKind.Blank => new CellReading(FieldStatus.Blank, null, 0, 0, [], Confidence.Clamp(0.998), []),
            FigureKind.NotReported => Without(FieldStatus.NotReported, figure, 0.99),
            FigureKind.Ditto => Repeat(context.Above, figure),
            FigureKind.Text or FigureKind.ZeroWord when context.IsCoded => ReadAnswer(text, figure, context),
            FigureKind.ZeroWord => Reported(new NumberValue(0), figure, 0.97, []),
            FigureKind.Text => Unreadable(text, figure),
            _ => NumberReading.Of(text, read, context),
        };
    }

    private static CellReading ReadItems(ItemList list)
    {
        if (list.Total is { } total)
        {
            bool agrees = total.Value == list.Sum;
            return new CellReading(
                FieldStatus.Reported, new NumberValue(total.Value), total.Start, total.Length, list.Items, Confidence.Clamp(agrees ? 0.99 : 0.9),
                agrees ? [] : [ReadingIssues.ItemsDoNotAddUp(total.Value, list.Sum)]);
        }

        return new CellReading(
            FieldStatus.Reported, new NumberValue(list.Sum), list.Start, list.End - list.Start, list.Items, Confidence.Clamp(0.97), []);
    }

    // "nt" takes over the value above but quotes its own tokens: that is where a reviewer has to look.
    private static CellReading Repeat(CellReading? above, Figure figure) =>
        above is null
            ? Without(FieldStatus.Unreadable, figure, TextCertainty)
            : above with
            {
                Start = figure.Start,
                Length = figure.Length,
                Confidence = Confidence.Clamp(above.Confidence.Value * 0.93),
                Issues = [],
            };

    private static CellReading ReadAnswer(string text, Figure figure, CellContext context) =>
        CodedAnswer.Read(text, context.Options) is { } answer
            ? Answered(answer)
            : figure.Kind == FigureKind.ZeroWord ? Reported(new NumberValue(0), figure, 0.85, []) : Unreadable(text, figure);

    private static CellReading Answered(CodedAnswerReading answer) => new(
        FieldStatus.Reported, new NumberValue(answer.Code), answer.Start, answer.Length, [], Confidence.Clamp(answer.IsExact ? 0.98 : 0.9), []);

    private static CellReading Unreadable(string text, Figure figure) =>
        Without(FieldStatus.Unreadable, figure, TextCertainty) with
        {
            Issues = [ReadingIssues.TextForNumber(text.Substring(figure.Start, figure.Length))],
        };

    private static CellReading Without(FieldStatus status, Figure figure, double confidence) =>
        new(status, null, figure.Start, figure.Length, [], Confidence.Clamp(confidence), []);

    private static CellReading Reported(IndicatorValue value, Figure figure, double confidence, ImmutableArray<ReadingIssue> issues) =>
        new(FieldStatus.Reported, value, figure.Start, figure.Length, [], Confidence.Clamp(confidence), issues);

    // A value is no surer than the least sure word it is read from.
    private static double CertaintyOf(PlacedText cell, CellReading reading)
    {
        double certainty = 1;
        foreach (PlacedWord word in cell.Words)
        {
            bool isQuoted = word.Start < reading.Start + reading.Length && word.Start + word.Length > reading.Start;
            certainty = isQuoted ? Math.Min(certainty, word.Certainty) : certainty;
        }

        return certainty;
    }
}
