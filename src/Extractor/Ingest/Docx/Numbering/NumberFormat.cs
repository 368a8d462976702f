using System.Globalization;
using System.Text;

namespace Extractor.Ingest.Docx.Numbering;

/// <summary>Writes a number the way a list or note asks for (ISO/IEC 29500-1, 17.18.59).</summary>
internal static class NumberFormat
{
    private const string ChicagoMarks = "*†‡§";

    // Beyond this neither Roman numerals nor repeated letters are readable, and Word shows figures too.
    private const int MaxRoman = 3999;
    private const int MaxLetters = 780;

    /// <summary>Writes a number; formats of scripts that Vietnamese reports never use are written in figures.</summary>
    public static string Write(int number, string format) => format switch
    {
        "none" or "bullet" => "",
        "upperRoman" => Roman(number) ?? Decimal(number),
        "lowerRoman" => Roman(number)?.ToLowerInvariant() ?? Decimal(number),
        "upperLetter" => Letters(number, 'A') ?? Decimal(number),
        "lowerLetter" => Letters(number, 'a') ?? Decimal(number),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "numberInDash" => string.Create(CultureInfo.InvariantCulture, $"- {number} -"),
        "chicago" when number is > 0 and <= 400 => new string(ChicagoMarks[(number - 1) % 4], ((number - 1) / 4) + 1),
        _ => Decimal(number),
    };

    private static string Decimal(int number) => number.ToString(CultureInfo.InvariantCulture);

    // a … z, aa … zz: the letter is repeated, unlike the columns of a spreadsheet.
    private static string? Letters(int number, char first) => number is > 0 and <= MaxLetters
        ? new string((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1)
        : null;

    private static string? Roman(int number)
    {
        if (number is <= 0 or > MaxRoman)
        {
            return null;
        }

        ReadOnlySpan<(int Value, string Numeral)> numerals =
        [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"),
            (4, "IV"), (1, "I"),
        ];
        var roman = new StringBuilder();
        foreach ((int value, string numeral) in numerals)
        {
            for (; number >= value; number -= value)
            {
                roman.Append(numeral);
            }
        }

        return roman.ToString();
    }
}
