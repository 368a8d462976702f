namespace Extractor.Mapping.Learned;

/// <summary>What the form of a figure says about the kind of indicator it can be, whatever its amount.</summary>
/// <param name="IsPercent">Whether a percent sign stands behind it, or decimals after a comma.</param>
/// <param name="IsCode">Whether it can be a coded answer: one digit up to 4, or yes and no in words.</param>
/// <param name="IsNumber">Whether it is a number at all.</param>
/// <param name="IsOverHundred">Whether it is a number above 100.</param>
internal readonly record struct ValueShape(bool IsPercent, bool IsCode, bool IsNumber, bool IsOverHundred)
{
    private const int LongestAnswer = 20;

    /// <summary>Reads a printed figure.</summary>
    public static ValueShape Of(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        if (value.IsEmpty)
        {
            return default;
        }

        bool hasPercent = value[^1] == '%';
        ReadOnlySpan<char> number = hasPercent ? value[..^1].TrimEnd() : value;
        int digits = 0, whole = 0, separators = 0;
        bool isOther = false;
        int sinceSeparator = 0;
        foreach (char c in number)
        {
            if (char.IsAsciiDigit(c))
            {
                digits++;
                sinceSeparator++;
                whole = separators == 0 ? (whole * 10) + (c - '0') : whole;
                whole = Math.Min(whole, 100_000);
            }
            else if (c is '.' or ',')
            {
                separators++;
                sinceSeparator = 0;
            }
            else
            {
                isOther = true;
            }
        }

        bool isNumber = digits > 0 && !isOther;
        bool hasThousands = separators > 0 && sinceSeparator == 3;
        bool hasDecimals = isNumber && separators == 1 && sinceSeparator is 1 or 2;
        bool isAnswer = value.Length <= LongestAnswer && (value.StartsWith("có", StringComparison.OrdinalIgnoreCase)
            || value.StartsWith("không", StringComparison.OrdinalIgnoreCase) || value.StartsWith("đã ", StringComparison.OrdinalIgnoreCase)
            || value.StartsWith("chưa", StringComparison.OrdinalIgnoreCase) || value.Equals("x", StringComparison.OrdinalIgnoreCase));
        return new ValueShape(
            isNumber && (hasPercent || hasDecimals),
            isAnswer || (isNumber && separators == 0 && !hasPercent && whole <= 4),
            isNumber,
            isNumber && (whole > 100 || (hasThousands && whole > 0)));
    }
}
