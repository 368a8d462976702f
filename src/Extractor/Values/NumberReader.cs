namespace Extractor.Values;

/// <summary>Reads numbers in digits as Vietnamese documents write them: points part thousands, a comma parts decimals.</summary>
internal static class NumberReader
{
    // More digits than any count or amount has; a longer run is an identifier.
    private const int MostDigits = 15;
    private const int MostRuns = 8;

    /// <summary>Reads the number whose first digit stands at a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Place of a digit with no digit in front.</param>
    /// <param name="ordinaryBlankGroups">Whether an ordinary blank may part thousands; a no-break space always may.</param>
    /// <param name="token">The number; where there is none, the span to skip (a date, a section number, an identifier).</param>
    public static bool TryRead(ReadOnlySpan<char> text, int start, bool ordinaryBlankGroups, out NumberToken token)
    {
        Span<Run> runs = stackalloc Run[MostRuns];
        int count = ReadRuns(text, start, runs, out int end);
        if (count == 1)
        {
            return TryReadSingle(text, runs[0], ordinaryBlankGroups, out token);
        }

        if (count <= MostRuns && Judge(text, runs[..count]) is { } notation)
        {
            bool isDecimal = (notation & (NumberNotation.DecimalComma | NumberNotation.DecimalPoint)) != 0;
            return TryBuild(text, start, end - start, isDecimal ? runs[count - 1].Length : 0, notation, out token);
        }

        token = new NumberToken(0, start, end - start, NumberNotation.Plain);
        return false;
    }

    /// <summary>Value of a digit, full-width ones included; -1 for another character.</summary>
    public static int DigitOf(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= '０' and <= '９' => c - '０',
        _ => -1,
    };

    /// <summary>Whether a character is a digit, full-width ones included.</summary>
    public static bool IsDigit(char c) => DigitOf(c) >= 0;

    private static int ReadRuns(ReadOnlySpan<char> text, int start, Span<Run> runs, out int end)
    {
        int count = 0;
        end = start;
        while (true)
        {
            int from = end;
            while (end < text.Length && IsDigit(text[end]))
            {
                end++;
            }

            if (count < MostRuns)
            {
                runs[count] = new Run(from, end - from);
            }

            count++;
            if (end + 1 >= text.Length || text[end] is not ('.' or ',') || !IsDigit(text[end + 1]))
            {
                return count;
            }

            end++;
        }
    }

    // What the separators between several runs of digits mean; null if they make no number.
    private static NumberNotation? Judge(ReadOnlySpan<char> text, ReadOnlySpan<Run> runs)
    {
        char last = text[runs[^1].Start - 1];
        bool isUniform = true;
        bool areGroups = runs[0].Length <= 3 && DigitOf(text[runs[0].Start]) != 0;
        for (int i = 1; i < runs.Length; i++)
        {
            isUniform &= text[runs[i].Start - 1] == last;
            areGroups &= i == runs.Length - 1 || (runs[i].Length == 3 && text[runs[i].Start - 1] != last);
        }

        NumberNotation asDecimal = last == ',' ? NumberNotation.DecimalComma : NumberNotation.DecimalPoint;
        if (runs.Length == 2)
        {
            bool couldBeGroup = areGroups && runs[1].Length == 3;
            return couldBeGroup ? last == '.' ? NumberNotation.Grouped : asDecimal | NumberNotation.AmbiguousComma : asDecimal;
        }

        return isUniform
            ? AreGroups(text, runs) ? NumberNotation.Grouped : null
            : areGroups ? NumberNotation.Grouped | asDecimal : null;
    }

    private static bool AreGroups(ReadOnlySpan<char> text, ReadOnlySpan<Run> runs)
    {
        bool are = runs[0].Length <= 3 && DigitOf(text[runs[0].Start]) != 0;
        foreach (Run run in runs[1..])
        {
            are &= run.Length == 3;
        }

        return are;
    }

    private static bool TryReadSingle(ReadOnlySpan<char> text, Run run, bool ordinaryBlankGroups, out NumberToken token)
    {
        int end = run.Start + run.Length;
        if (FindBrokenDecimals(text, end) is { Length: > 0 } decimals)
        {
            return TryBuild(
                text, run.Start, decimals.Start + decimals.Length - run.Start, decimals.Length,
                NumberNotation.DecimalComma | NumberNotation.BrokenDecimal, out token);
        }

        NumberNotation notation = NumberNotation.Plain;
        if (run.Length <= 3 && DigitOf(text[run.Start]) != 0)
        {
            while (end + 3 < text.Length && IsBlank(text[end], ordinaryBlankGroups) && IsGroup(text, end + 1))
            {
                end += 4;
                notation = NumberNotation.BlankGroups;
            }
        }

        return TryBuild(text, run.Start, end - run.Start, 0, notation, out token);
    }

    // "99, 75%": the percent sign behind tells that the comma is a decimal one.
    private static Run FindBrokenDecimals(ReadOnlySpan<char> text, int at)
    {
        int comma = SkipBlanks(text, at);
        int digits = comma < text.Length && text[comma] == ',' ? SkipBlanks(text, comma + 1) : text.Length;
        int end = digits;
        while (end < text.Length && IsDigit(text[end]))
        {
            end++;
        }

        int sign = SkipBlanks(text, end);
        return end - digits is 1 or 2 && sign < text.Length && text[sign] == '%' ? new Run(digits, end - digits) : default;
    }

    private static int SkipBlanks(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\u00A0')
        {
            at++;
        }

        return at;
    }

    private static bool IsBlank(char c, bool ordinary) => c is '\u00A0' or '\u202F' or '\u2009' || (ordinary && c == ' ');

    private static bool IsGroup(ReadOnlySpan<char> text, int at) =>
        IsDigit(text[at]) && IsDigit(text[at + 1]) && IsDigit(text[at + 2])
        && (at + 3 >= text.Length || !(IsDigit(text[at + 3]) || text[at + 3] is '.' or '/' or ')'));

    private static bool TryBuild(ReadOnlySpan<char> text, int start, int length, int decimals, NumberNotation notation, out NumberToken token)
    {
        decimal value = 0;
        int digits = 0;
        foreach (char c in text.Slice(start, length))
        {
            int digit = DigitOf(c);
            if (digit >= 0)
            {
                digits++;
                value = digits <= MostDigits ? (value * 10) + digit : value;
            }
        }

        for (int i = 0; i < decimals; i++)
        {
            value /= 10;
        }

        token = new NumberToken(value, start, length, notation);
        return digits <= MostDigits;
    }

    private readonly record struct Run(int Start, int Length);
}
