namespace Extractor.Values;

/// <summary>Reads one figure with what belongs to it: percent sign, stroke and second number, scale word, currency.</summary>
internal static class FigureReader
{
    /// <summary>Reads the figure whose first digit stands at a place; where there is none the span to skip is returned as text.</summary>
    public static Figure ReadAt(ReadOnlySpan<char> text, int start, bool ordinaryBlankGroups)
    {
        if (!NumberReader.TryRead(text, start, ordinaryBlankGroups, out NumberToken number))
        {
            return new Figure(FigureKind.Text, 0, 0, number.Start, number.Length);
        }

        if (IsReference(text, number.End))
        {
            return new Figure(FigureKind.Text, 0, 0, number.Start, EndOfReference(text, number.End) - number.Start);
        }

        int next = SkipBlanks(text, number.End);
        if (next < text.Length && text[next] == '%')
        {
            return ReadPercent(number, next + 1);
        }

        if (next < text.Length && text[next] == '/' && TryReadRatio(text, number, next, out Figure ratio))
        {
            return ratio;
        }

        return ReadScaled(text, number, next);
    }

    /// <summary>First place from <paramref name="at"/> on that is no blank.</summary>
    public static int SkipBlanks(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\u00A0' or '\t')
        {
            at++;
        }

        return at;
    }

    // A percentage in the thousands is none: the point that looked like one between thousands is a decimal point.
    private static Figure ReadPercent(NumberToken number, int end)
    {
        bool isDecimalPoint = number.Notation == NumberNotation.Grouped && number.Value > 100 && number.Length <= "100.000".Length;
        return isDecimalPoint
            ? new Figure(FigureKind.Percent, number.Value / 1000, 0, number.Start, end - number.Start, NumberNotation.DecimalPoint)
            : new Figure(FigureKind.Percent, number.Value, 0, number.Start, end - number.Start, number.Notation);
    }

    // 27/4/2021 is a date and 15/29-QĐ a document: neither is a ratio, nor is a number with a stroke and letters behind it.
    private static bool TryReadRatio(ReadOnlySpan<char> text, NumberToken first, int stroke, out Figure ratio)
    {
        int at = SkipBlanks(text, stroke + 1);
        ratio = default;
        if (at >= text.Length || !NumberReader.IsDigit(text[at]) || !NumberReader.TryRead(text, at, false, out NumberToken second))
        {
            return false;
        }

        bool goesOn = second.End < text.Length
            && (text[second.End] is '/' or '-' || (text[second.End] == '%') || char.IsLetter(text[second.End]));
        if (goesOn || IsPartOfDate(text, first.Start))
        {
            ratio = new Figure(FigureKind.Text, 0, 0, first.Start, EndOfReference(text, second.End) - first.Start);
            return true;
        }

        ratio = new Figure(FigureKind.Ratio, first.Value, second.Value, first.Start, second.End - first.Start, first.Notation);
        return true;
    }

    // "282/BC-UBND", "71-KH/TU", "09- NQ/ĐU": a stroke and capitals right behind a number name a document.
    private static bool IsReference(ReadOnlySpan<char> text, int end)
    {
        int at = end < text.Length && text[end] is '/' or '-' or '–' ? SkipBlanks(text, end + 1) : text.Length;
        int word = at;
        while (word < text.Length && char.IsLetter(text[word]))
        {
            word++;
        }

        bool isTouching = at == end + 1 || (word < text.Length && text[word] == '/');
        return word > at + 1 && char.IsUpper(text[at]) && char.IsUpper(text[at + 1]) && isTouching;
    }

    private static bool IsPartOfDate(ReadOnlySpan<char> text, int start) => start > 0 && text[start - 1] is '/';

    private static int EndOfReference(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '/' or '-' or '–'))
        {
            at++;
        }

        return at;
    }

    private static Figure ReadScaled(ReadOnlySpan<char> text, NumberToken number, int next)
    {
        ReadOnlySpan<char> word = WordAt(text, next);
        long scale = NumberWords.ScaleOf(word);
        int end = number.End;
        if (scale > 0)
        {
            // "tỷ lệ" is a rate and no billion.
            int behind = SkipBlanks(text, next + word.Length);
            if (WordAt(text, behind) is "lệ")
            {
                scale = 0;
            }
            else
            {
                end = next + word.Length;
                next = behind;
                word = WordAt(text, next);
            }
        }

        decimal value = number.Value * Math.Max(1, scale);
        bool isMoney = IsCurrency(word);
        return new Figure(
            isMoney ? FigureKind.Money : FigureKind.Number, value, 0, number.Start, (isMoney ? next + word.Length : end) - number.Start, number.Notation);
    }

    private static bool IsCurrency(ReadOnlySpan<char> word) => word is "đ" or "đồng" or "Đồng" or "VNĐ" or "VND" or "vnđ" or "vnd";

    private static ReadOnlySpan<char> WordAt(ReadOnlySpan<char> text, int at)
    {
        int end = at;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[Math.Min(at, text.Length)..end];
    }
}
