using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Values;

/// <summary>Reads the coded answers that forms print in the unit cell: "Có = 1; Không = 0", "Chưa có = 0 2 cấp = 1 3 cấp = 2", "0: Không, 1: Có".</summary>
internal static class PrintedOptions
{
    private const int MostOptions = 12;
    private static readonly char[] Brackets = ['(', ')', '[', ']'];

    /// <summary>The options in printed order; empty if the text lists none.</summary>
    public static ImmutableArray<IndicatorOption> Parse(string unit)
    {
        string text = unit.Trim().Trim(Brackets);
        if (text.AsSpan().IndexOfAny('=', ':') < 0)
        {
            return [];
        }

        return NumberReader.IsDigit(text[0]) && FigureReader.SkipBlanks(text, 1) is var next && next < text.Length && text[next] is '=' or ':'
            ? ParseCodeFirst(text)
            : ParseLabelFirst(text);
    }

    // A code is one digit; the label of the next option starts behind it and may itself start with a digit ("2 cấp").
    private static ImmutableArray<IndicatorOption> ParseLabelFirst(string text)
    {
        var options = ImmutableArray.CreateBuilder<IndicatorOption>();
        int labelStart = 0;
        for (int i = 0; i < text.Length && options.Count < MostOptions; i++)
        {
            int at = text[i] is '=' or ':' ? FigureReader.SkipBlanks(text, i + 1) : text.Length;
            if (at < text.Length && NumberReader.IsDigit(text[at]))
            {
                options.Add(new IndicatorOption(NumberReader.DigitOf(text[at]), Clean(text[labelStart..i])));
                labelStart = at + 1;
                i = at;
            }
        }

        return options.ToImmutable();
    }

    private static ImmutableArray<IndicatorOption> ParseCodeFirst(string text)
    {
        var options = ImmutableArray.CreateBuilder<IndicatorOption>();
        int code = NumberReader.DigitOf(text[0]);
        int labelStart = text.AsSpan().IndexOfAny('=', ':') + 1;
        for (int i = labelStart; i < text.Length && options.Count < MostOptions; i++)
        {
            int next = NumberReader.IsDigit(text[i]) ? FigureReader.SkipBlanks(text, i + 1) : text.Length;
            if (next < text.Length && text[next] is '=' or ':')
            {
                options.Add(new IndicatorOption(code, Clean(text[labelStart..i])));
                (code, labelStart, i) = (NumberReader.DigitOf(text[i]), next + 1, next);
            }
        }

        options.Add(new IndicatorOption(code, Clean(text[Math.Min(labelStart, text.Length)..])));
        return options.ToImmutable();
    }

    private static string Clean(string label) => label.Trim(' ', '\n', '\t', ';', ',', '.', '-', '–', '\u00A0', '(', ')');
}
