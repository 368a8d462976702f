namespace Extractor.Pdf.Syntax;

/// <summary>The character classes of ISO 32000-2, 7.2.3.</summary>
internal static class PdfCharacters
{
    private const byte Regular = 0;
    private const byte White = 1;
    private const byte Delimiter = 2;

    private static readonly byte[] Classes = MakeClasses();

    public static bool IsWhite(byte value) => Classes[value] == White;

    public static bool IsRegular(byte value) => Classes[value] == Regular;

    public static bool IsDigit(byte value) => (uint)(value - '0') <= 9;

    /// <summary>Value of a hexadecimal digit, or -1.</summary>
    public static int HexValue(byte value) => value switch
    {
        >= (byte)'0' and <= (byte)'9' => value - '0',
        >= (byte)'A' and <= (byte)'F' => value - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => value - 'a' + 10,
        _ => -1,
    };

    private static byte[] MakeClasses()
    {
        byte[] classes = new byte[256];
        foreach (byte value in "\0\t\n\f\r "u8)
            classes[value] = White;
        foreach (byte value in "()<>[]{}/%"u8)
            classes[value] = Delimiter;
        return classes;
    }
}
