using System.Globalization;
using Extractor.Models;

namespace Extractor.Values;

/// <summary>The oddities of single cells, worded. Rules R16, R17 and R36 are those of the report checks; V01 to V05 concern notation, V06 the place.</summary>
internal static class ReadingIssues
{
    /// <summary>A decimal point in Vietnamese text.</summary>
    public static ReadingIssue DecimalPoint(string raw, decimal value) => new(
        "V01", Severity.Info,
        new LocalText($"“{raw}” dùng dấu chấm thập phân; đã đọc là {Vi(value)}.", $"“{raw}” has a decimal point; read as {En(value)}."), value);

    /// <summary>A comma that can part decimals or thousands.</summary>
    public static ReadingIssue AmbiguousComma(string raw, decimal value, decimal other) => new(
        "V02", Severity.Warning,
        new LocalText(
            $"“{raw}” có thể là {Vi(value)} hoặc {Vi(other)}; đã đọc là {Vi(value)}.",
            $"“{raw}” can mean {En(value)} or {En(other)}; read as {En(value)}."),
        value, other);

    /// <summary>Letters in the place of digits.</summary>
    public static ReadingIssue OcrLetters(string raw, decimal value) => new(
        "V03", Severity.Warning,
        new LocalText($"“{raw}” có chữ cái ở vị trí chữ số; đã đọc là {Vi(value)}.", $"“{raw}” has letters in the place of digits; read as {En(value)}."),
        value);

    /// <summary>A figure said to be approximate.</summary>
    public static ReadingIssue Approximate(string raw, decimal value) => new(
        "V04", Severity.Warning,
        new LocalText($"“{raw}” là số ước lượng, không phải số chính xác.", $"“{raw}” is an estimate and no exact figure."), value);

    /// <summary>A ratio where one figure belongs, or the other way round.</summary>
    public static ReadingIssue RatioForNumber(string raw) => new(
        "V05", Severity.Info,
        new LocalText($"“{raw}” ghi hai số ở ô chỉ cần một số.", $"“{raw}” states two figures where one belongs."));

    /// <summary>A figure whose cell the file does not tell for sure.</summary>
    public static ReadingIssue OtherCell(LocalText doubt) => new("V06", Severity.Warning, doubt);

    /// <summary>Items that do not add up to their stated total.</summary>
    public static ReadingIssue ItemsDoNotAddUp(decimal total, decimal sum) => new(
        "R16", Severity.Error,
        new LocalText($"Các mục cộng lại được {Vi(sum)}, tổng ghi {Vi(total)}.", $"The items add up to {En(sum)}, the total states {En(total)}."), total, sum);

    /// <summary>A coded answer that the unit cell does not list.</summary>
    public static ReadingIssue UnknownOption(decimal value, string options) => new(
        "R17", Severity.Error,
        new LocalText($"Mã {Vi(value)} không có trong các lựa chọn: {options}.", $"The code {En(value)} is none of the options: {options}."), value);

    /// <summary>Text where a figure belongs.</summary>
    public static ReadingIssue TextForNumber(string raw) => new(
        "R36", Severity.Warning,
        new LocalText($"Ô số liệu ghi chữ: “{Shorten(raw)}”.", $"Text stands where a figure belongs: “{Shorten(raw)}”."));

    private static string Shorten(string text)
    {
        const int Longest = 80;
        string line = text.Replace('\n', ' ');
        return line.Length <= Longest ? line : string.Concat(line.AsSpan(0, Longest).TrimEnd(), "…");
    }

    private static string Vi(decimal value) => En(value).Replace('.', ',');

    private static string En(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
