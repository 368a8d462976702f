namespace Extractor.Values;

/// <summary>Reads digits that OCR took for letters (O for 0, l or I for 1).</summary>
internal static class OcrDigits
{
    private const int Longest = 8;

    /// <summary>The figure, if the cell holds nothing but digits and such letters.</summary>
    public static CellFigureReading? Read(ReadOnlySpan<char> text, int start, int length)
    {
        if (length > Longest)
        {
            return null;
        }

        decimal value = 0;
        foreach (char c in text.Slice(start, length))
        {
            int digit = DigitOf(c);
            if (digit < 0)
            {
                return null;
            }

            value = (value * 10) + digit;
        }

        return new(new Figure(FigureKind.Number, value, 0, start, length), FigureDoubt.OcrLetters);
    }

    /// <summary>The digit a character stands for, letters taken for digits included; -1 for another character.</summary>
    public static int DigitOf(char c) => c switch
    {
        'O' or 'o' => 0,
        'l' or 'I' or '|' => 1,
        _ => NumberReader.DigitOf(c),
    };
}
