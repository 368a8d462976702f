using Extractor.Normalisation;

namespace Extractor.Values;

/// <summary>Reads the whole text of a cell as one figure.</summary>
internal static class CellFigure
{
    // "Đã ban hành 02 văn bản chỉ đạo": a figure with a unit is this short; longer text is prose.
    private const int MostLeadingWords = 4;
    private const int MostTrailingWords = 6;

    private static readonly string[] ZeroWords = ["không", "không có", "không phát sinh", "chưa có", "chưa phát sinh", "không có phát sinh"];
    private static readonly string[] DittoWords = ["nt", "như trên", "nt nt"];
    private static readonly string[] Approximations = ["khoảng", "gần", "hơn", "trên", "dưới", "ước", "ước đạt", "ước khoảng", "xấp xỉ", "không quá", "tối thiểu"];

    // Numbers behind these words name a day, a document, a level or a place in a list.
    private static readonly string[] ReferenceWords = ["ngày", "tháng", "năm", "quý", "số", "mức độ", "cấp", "điểm", "khoản", "điều", "mục", "phụ lục", "lần thứ", "thứ"];

    /// <summary>What the cell says.</summary>
    public static CellFigureReading Read(ReadOnlySpan<char> text)
    {
        int start = text.Length - text.TrimStart().Length;
        int length = text.Trim().Length;
        ReadOnlySpan<char> inner = text.Slice(start, length);
        if (length == 0)
        {
            return new(new Figure(FigureKind.Blank, 0, 0, 0, 0), FigureDoubt.None);
        }

        string key = MatchKey.Of(inner.ToString());
        if (key.Length == 0 || key == "x")
        {
            return new(new Figure(IsDittoMark(inner) ? FigureKind.Ditto : FigureKind.NotReported, 0, 0, start, length), FigureDoubt.None);
        }

        if (DittoWords.AsSpan().Contains(key))
        {
            return new(new Figure(FigureKind.Ditto, 0, 0, start, length), FigureDoubt.None);
        }

        if (ZeroWords.AsSpan().Contains(key))
        {
            return new(new Figure(FigureKind.ZeroWord, 0, 0, start, length), FigureDoubt.None);
        }

        return ReadDigits(text, start, length) ?? ReadWords(text, start, length) ?? OcrDigits.Read(text, start, length)
            ?? new(new Figure(FigureKind.Text, 0, 0, start, length), FigureDoubt.None);
    }

    private static bool IsDittoMark(ReadOnlySpan<char> text) => text.Trim("-– ") is "\"" or "″" or "〃" or "''" or "”";

    private static CellFigureReading? ReadDigits(ReadOnlySpan<char> text, int start, int length)
    {
        int end = start + length;
        int at = start;
        while (at < end && !NumberReader.IsDigit(text[at]))
        {
            at++;
        }

        if (at == end)
        {
            return null;
        }

        Figure figure = FigureReader.ReadAt(text[..end], at, ordinaryBlankGroups: true);
        string before = MatchKey.Of(text[start..at].ToString());
        if (figure.Kind == FigureKind.Text || !IsLead(before, out FigureDoubt lead) || IsGluedTo(text, start, at)
            || !IsTail(text[figure.End..end], out FigureDoubt tail))
        {
            return null;
        }

        return new(figure, lead | tail);
    }

    private static bool IsLead(string key, out FigureDoubt doubt)
    {
        doubt = key.Length == 0 ? FigureDoubt.None
            : Approximations.AsSpan().Contains(key) ? FigureDoubt.Approximate
            : FigureDoubt.Embedded;
        return key.Length == 0 || (CountWords(key) <= MostLeadingWords && !ReferenceWords.Any(w => EndsWithWord(key, w)));
    }

    // What may stand behind a figure: a unit, an explanation in brackets, the same number in words; no second figure outside brackets.
    private static bool IsTail(ReadOnlySpan<char> tail, out FigureDoubt doubt)
    {
        doubt = FigureDoubt.None;
        int bracket = tail.IndexOf('(');
        ReadOnlySpan<char> unit = bracket >= 0 ? tail[..bracket] : tail;
        doubt |= bracket >= 0 ? FigureDoubt.Explained : FigureDoubt.None;
        doubt |= tail.Length > 0 && char.IsLetter(tail[0]) ? FigureDoubt.Glued : FigureDoubt.None;
        foreach (char c in unit)
        {
            if (NumberReader.IsDigit(c))
            {
                return false;
            }
        }

        // "1-KH", "12-" or "3." with text behind is numbering or a document, "5-" a range.
        ReadOnlySpan<char> rest = unit.TrimStart();
        bool isNumbering = rest.Length > 1 && rest[0] is '.' or ')' or '-' or '–' && rest.Length > 1;
        return !isNumbering && CountWords(MatchKey.Of(unit.ToString())) <= MostTrailingWords;
    }

    private static bool IsGluedTo(ReadOnlySpan<char> text, int start, int at) =>
        at > start && (char.IsLetter(text[at - 1]) || text[at - 1] == '/');

    private static CellFigureReading? ReadWords(ReadOnlySpan<char> text, int start, int length) =>
        NumberWords.TryRead(text[..(start + length)], start, out decimal value, out int span, out int words)
            && IsTail(text[(start + span)..(start + length)], out FigureDoubt doubt)
            && (words > 1 || span == length)
            ? new(new Figure(FigureKind.Number, value, 0, start, span), doubt | FigureDoubt.Words)
            : null;

    private static int CountWords(string key) => key.Length == 0 ? 0 : key.AsSpan().Count(' ') + 1;

    private static bool EndsWithWord(string key, string word) =>
        key.EndsWith(word, StringComparison.Ordinal) && (key.Length == word.Length || key[^(word.Length + 1)] == ' ');
}

/// <summary>A figure with what makes it doubtful.</summary>
internal readonly record struct CellFigureReading(Figure Figure, FigureDoubt Doubt);

/// <summary>What makes a figure of a cell less than certain.</summary>
[Flags]
internal enum FigureDoubt
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Words such as "khoảng" stand before it.</summary>
    Approximate = 1,

    /// <summary>Other words stand before it.</summary>
    Embedded = 2,

    /// <summary>An explanation in brackets stands behind it.</summary>
    Explained = 4,

    /// <summary>The unit is glued to it.</summary>
    Glued = 8,

    /// <summary>It is written in words.</summary>
    Words = 16,

    /// <summary>Letters stand where digits belong, as OCR leaves them.</summary>
    OcrLetters = 32,
}
