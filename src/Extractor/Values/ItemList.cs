using System.Buffers;
using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Values;

/// <summary>Items of a cell or note that lists several counts: "1. …: 6⏎2. …: 01", "- A: 17 - B: 02", "18, trong đó: …: 6; …: 12".</summary>
/// <param name="Total">Total stated in front; null if there is none.</param>
/// <param name="Items">Items in order.</param>
/// <param name="Start">First character of the first item, its numbering aside.</param>
/// <param name="End">First character behind the last item's figure.</param>
internal sealed record ItemList(Figure? Total, ImmutableArray<Part> Items, int Start, int End)
{
    private const int MostItems = 100;
    private const int LongestTail = 60;
    private static readonly SearchValues<char> Separators = SearchValues.Create(";\n,.•+");
    private const string Bullets = "-–+*•;,(.:";
    private static readonly string[] Openings = ["trong đó", "bao gồm", "gồm", "cụ thể", "chia ra"];

    /// <summary>Sum of the items.</summary>
    public decimal Sum => Items.Sum(i => i.Value);

    /// <summary>Reads a list of counts; null if the text is not one through and through.</summary>
    public static ItemList? Read(string text)
    {
        var items = ImmutableArray.CreateBuilder<Part>();
        Figure? total = null;
        Figure last = default;
        int labelStart = 0;
        int first = -1;
        int end = 0;
        for (int at = 0; at < text.Length; at++)
        {
            int digit = text[at] is ':' or '=' ? FigureReader.SkipBlanks(text, at + 1) : text.Length;
            if (digit >= text.Length || !NumberReader.IsDigit(text[digit]))
            {
                continue;
            }

            Figure figure = FigureReader.ReadAt(text, digit, ordinaryBlankGroups: false);
            if (figure.Kind != FigureKind.Number || items.Count == MostItems)
            {
                return null;
            }

            if (items.Count == 1 && total is null && BehindOpening(text, labelStart, at) is { } behind)
            {
                (total, labelStart, first) = (last, behind, -1);
                items.Clear();
            }

            (string label, int from) = LabelOf(text, labelStart, at, isFirst: items.Count == 0 && total is null, ref total);
            if (label.Length == 0)
            {
                return null;
            }

            first = first < 0 ? from : first;
            items.Add(new Part(label, figure.Value));
            end = figure.End;
            labelStart = figure.End;
            last = figure;
            at = figure.End - 1;
        }

        bool isComplete = items.Count > 0 && text.Length - end <= LongestTail && text.AsSpan(end).IndexOfAnyInRange('0', '9') < 0;
        return isComplete ? new ItemList(total, items.ToImmutable(), first, end) : null;
    }

    // Between the figure in front and the colon stand a unit, a separator, the item's number or bullet and its label.
    private static (string Label, int From) LabelOf(string text, int from, int to, bool isFirst, ref Figure? total)
    {
        if (isFirst && SkipTotal(text, from, to, ref total) is { } behindTotal)
        {
            from = behindTotal;
        }

        int separator = isFirst ? -1 : text.AsSpan(from, to - from).IndexOfAny(Separators);
        int start = separator >= 0 ? from + separator + 1 : from;
        start = SkipMarker(text, start, to);
        string label = text[start..to].Replace('\n', ' ').Trim();
        return (label, start);
    }

    // "18, trong đó: A: 6", "Tổng số 18, gồm: A: 6": a figure in front of the first label that is no numbering.
    private static int? SkipTotal(string text, int from, int to, ref Figure? total)
    {
        int digit = text.AsSpan(from, to - from).IndexOfAnyInRange('0', '9');
        if (digit < 0)
        {
            return null;
        }

        Figure figure = FigureReader.ReadAt(text, from + digit, ordinaryBlankGroups: false);
        bool isNumbering = figure.End < to && text[figure.End] is '.' or ')';
        if (figure.Kind != FigureKind.Number || isNumbering || BehindOpening(text, figure.End, to) is not { } behind)
        {
            return null;
        }

        total = figure;
        return behind;
    }

    private static int? BehindOpening(string text, int from, int to)
    {
        foreach (string opening in Openings)
        {
            int at = from < to ? text.AsSpan(from, to - from).IndexOf(opening, StringComparison.OrdinalIgnoreCase) : -1;
            if (at >= 0)
            {
                return from + at + opening.Length;
            }
        }

        return null;
    }

    private static int SkipMarker(string text, int at, int end)
    {
        while (at < end)
        {
            int digits = at;
            while (digits < end && NumberReader.IsDigit(text[digits]))
            {
                digits++;
            }

            bool isNumber = digits > at && digits < end && text[digits] is '.' or ')' or '/';
            if (!isNumber && !char.IsWhiteSpace(text[at]) && !Bullets.Contains(text[at], StringComparison.Ordinal))
            {
                return at;
            }

            at = isNumber ? digits + 1 : at + 1;
        }

        return at;
    }
}
