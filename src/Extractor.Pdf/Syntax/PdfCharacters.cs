namespace Extractor.Pdf.Syntax;

/// <summary>The character classes of ISO 32000-2, 7.2.3.</summary>
internal static class PdfCharacters
{
    private const byte Regular = 0;
    private const byte White = 1;
    private const byte Delimiter = 2;

    private static readonly byte[] Classes = MakeClasses();
    private static readonly sbyte[] HexValues = MakeHexValues();

    public static bool IsWhite(byte value) => Classes[value] == White;

    public static bool IsRegular(byte value) => Classes[value] == Regular;

    public static bool IsDigit(byte value) => (uint)(value - '0') <= 9;

    /// <summary>Value of a hexadecimal digit, or -1.</summary>
    public static int HexValue(byte value) => HexValues[value];

    private static byte[] MakeClasses()
    {
        byte[] classes = new byte[256];
        foreach (byte value in "\0\t\n\f\r "u8)
            classes[value] = White;
        foreach (byte value in "()<>[]{}/%"u8)
            classes[value] = Delimiter;
        return classes;
    }

    private static sbyte[] MakeHexValues()
    {
        sbyte[] values = new sbyte[256];
        Array.Fill(values, (sbyte)-1);
        for (int digit = 0; digit < 16; digit++)
            values["0123456789ABCDEF"[digit]] = values["0123456789abcdef"[digit]] = (sbyte)digit;
        return values;
    }
}
