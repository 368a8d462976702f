using System.Collections.Frozen;
using System.Globalization;

namespace Extractor.Metadata;

/// <summary>Tells a Vietnamese person's name from other short lines.</summary>
internal static class PersonName
{
    private const int MaxSyllables = 6;

    // The surnames of more than nine in ten people, and those of the larger minorities of the mountain provinces.
    private static readonly FrozenSet<string> Surnames = Words(
        "nguyễn trần lê phạm hoàng huỳnh vũ võ phan trương bùi đặng đỗ ngô hồ dương đinh lý đoàn đào trịnh lương mai hà tô lâm tạ cao thái tăng "
        + "châu từ phùng chu vương lưu quách la triệu nông hứa lục lò vi vàng giàng hoà quàng cà tòng lường thào sùng mùa ma hầu cứ lầu ly bàn "
        + "đàm ninh khúc kiều doãn đồng cù thân thạch kim sơn danh chau kpă rơ siu ksor nay rmah rcom y h a hạ văn mạc nghiêm quản tống "
        + "vi viên uông tiêu tôn trà tưởng ung âu bạch bế bồ cầm chử công cung diệp đậu điêu đổng giáp hàn khổng khuất lại lã lều lộc mẫn "
        + "mã ngụy ông phí phó phương quang sầm thi thiều tiết trang trưng xa ngân đèo lèng mè pờ phàn tẩn lồ vừ hờ cháng thò hạng sào tráng "
        + "đới cấn bá hán khương lỗ luyện ngọ nhâm nhữ ô phù thẩm thang tề tân thời tiền từ bì biện bành");

    // First words of lines that look like names and are none.
    private static readonly FrozenSet<string> Others = Words(
        "phụ biểu bảng mẫu nơi kính trang số tổng đơn ghi ký cơ thời như ngày báo thống kết ủy ubnd phòng sở ban đảng hội tm kt tl tuq người xác "
        + "đã thường trực chủ tịch giám đốc trưởng chánh bí nội tài văn thư độc cộng");

    // Titles that may stand in front of a name.
    private static readonly FrozenSet<string> Titles = Words("ths ts pgs gs bs bsck cn ks ông bà thạc tiến đ c ckii cki");

    private static readonly FrozenSet<string> Grades = Words("đại thượng trung thiếu");
    private static readonly FrozenSet<string> Ranks = Words("tướng tá úy");

    /// <summary>Reads a name that fills these words; null if they are none.</summary>
    /// <param name="head">The text.</param>
    /// <param name="tokens">Words of a line, or of its end.</param>
    /// <param name="confidence">Probability that it is a name.</param>
    public static (string Name, HeadSpan Span)? Read(HeadText head, ReadOnlySpan<HeadToken> tokens, out double confidence)
    {
        confidence = 0;
        while (tokens.Length > 2 && Titles.Contains(tokens[0].Key))
        {
            tokens = tokens[1..];
        }

        // "Thượng tá Trần Văn Minh"
        tokens = tokens.Length > 3 && Grades.Contains(tokens[0].Key) && Ranks.Contains(tokens[1].Key) ? tokens[2..] : tokens;

        if (tokens.Length is < 2 or > MaxSyllables || !IsWritten(head, tokens))
        {
            return null;
        }

        bool hasSurname = Surnames.Contains(tokens[0].Key);
        bool isOther = Others.Contains(tokens[0].Key);
        if ((isOther && (!hasSurname || tokens.Length < 3)) || (!hasSurname && tokens.Length > 4))
        {
            return null;
        }

        confidence = hasSurname ? 0.96 : 0.75;
        var span = new HeadSpan(tokens[0].Start, tokens[^1].End);

        return (Cased(HeadValues.Squeeze(head.Slice(span)), tokens[1].Case == LetterCase.Upper && tokens[1].Key.Length > 1), span);
    }

    // Every word with a capital (or all in capitals), nothing but blanks between them.
    private static bool IsWritten(HeadText head, ReadOnlySpan<HeadToken> tokens)
    {
        bool isUpper = tokens[^1].Case == LetterCase.Upper && tokens[^1].Key.Length > 1;
        for (int i = 0; i < tokens.Length; i++)
        {
            bool isSingle = tokens[i].Key.Length == 1;
            LetterCase expected = isUpper ? LetterCase.Upper : LetterCase.Capitalised;
            if (tokens[i].Case != expected && !(isSingle && tokens[i].Case == LetterCase.Upper))
            {
                return false;
            }

            if (i > 0 && HeadSpans.Between(head, tokens[i - 1], tokens[i]).IndexOfAnyExcept(" \u00A0'’") >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private static string Cased(string name, bool isUpper) =>
        isUpper ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant()) : name;

    private static FrozenSet<string> Words(string words) =>
        words.Split(' ').Select(word => HeadTokens.Phrase(word)[0]).ToFrozenSet(StringComparer.Ordinal);
}
