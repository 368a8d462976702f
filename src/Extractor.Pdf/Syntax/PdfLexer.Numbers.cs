namespace Extractor.Pdf.Syntax;

internal sealed partial class PdfLexer
{
    private const long LargestMantissa = 100_000_000_000_000_000;

    private const int MostDecimals = 18;

    private static ReadOnlySpan<double> PowersOfTen =>
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18];

    /// <summary>
    /// After an integer token: reads "gen R" if that is what follows, and leaves the position alone otherwise.
    /// </summary>
    public bool TryReadReferenceEnd(out int generation)
    {
        generation = 0;
        int position = _position;
        if (!SkipBlanks(ref position) || position >= _end || !PdfCharacters.IsDigit(_data[position]))
            return false;
        for (int digits = 0; position < _end && PdfCharacters.IsDigit(_data[position]); position++, digits++)
        {
            if (digits == 9)
                return false;
            generation = (generation * 10) + (_data[position] - '0');
        }

        if (!SkipBlanks(ref position) || position >= _end || _data[position] != 'R')
            return false;
        if (position + 1 < _end && PdfCharacters.IsRegular(_data[position + 1]))
            return false;
        _position = position + 1;
        return true;
    }

    private bool SkipBlanks(ref int position)
    {
        int start = position;
        while (position < _end && PdfCharacters.IsWhite(_data[position]))
            position++;
        return position > start;
    }

    /// <summary>Signs, digits and one point; "--5", "5-3" and a lone sign are read as viewers read them (-5, 5, 0).</summary>
    private bool ReadNumber()
    {
        byte[] data = _data;
        int position = _position;
        int end = _end;
        bool isNegative = false;
        while (position < end && data[position] is (byte)'-' or (byte)'+')
            isNegative |= data[position++] == '-';

        long mantissa = 0;
        int skipped = 0;
        int decimals = 0;
        bool hasPoint = false;
        for (; position < end; position++)
        {
            int digit = data[position] - '0';
            if ((uint)digit <= 9)
            {
                if (mantissa < LargestMantissa && decimals < MostDecimals)
                {
                    mantissa = (mantissa * 10) + digit;
                    decimals += hasPoint ? 1 : 0;
                }
                else if (!hasPoint)
                {
                    skipped++;
                }
            }
            else if (data[position] == '.' && !hasPoint)
            {
                hasPoint = true;
            }
            else if (data[position] != '-')
            {
                break;
            }
        }

        _position = position;
        double number = decimals == 0 ? mantissa : mantissa / PowersOfTen[decimals];
        if (skipped > 0)
            number *= Math.Pow(10, Math.Min(skipped, 300));
        Number = isNegative ? -number : number;
        IsInteger = !hasPoint;
        return Is(PdfToken.Number);
    }
}
