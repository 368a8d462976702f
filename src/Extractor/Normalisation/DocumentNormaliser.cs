using System.Collections.Immutable;
using System.Globalization;
using Extractor.Models;

namespace Extractor.Normalisation;

/// <summary>
/// Brings the texts of a document into the one form the later stages read: NFC with look-alike letters mended. Offsets and places of the words
/// stay true. A text layer that is not Vietnamese at all is left as it is and reported.
/// </summary>
internal static class DocumentNormaliser
{
    private const double RuinedBelow = 0.85;
    private const int FewestWords = 100;

    // Legacy fonts leave their characters in well over half of the words they spoil, random damage in few.
    private const double LegacyShare = 0.3;

    // In Vietnamese more than half of the words bear a mark, in English one in a thousand.
    private const double MarkedShare = 0.05;

    /// <summary>The document in its normal form; the same instance if it already is.</summary>
    public static Document Normalise(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var census = new SyllableCensus();
        DocumentTexts.Visit(document, text => census.Add(text.Text));
        if (census.Words > FewestWords && census.ValidShare < RuinedBelow)
        {
            return DocumentTexts.Rewrite(document, static text => text, [.. document.Warnings, Describe(census)]);
        }

        int mended = 0;
        bool changes = false;
        DocumentTexts.Visit(document, text =>
        {
            mended += LookAlikes.CountIn(text.Text);
            changes |= !ReferenceEquals(NfcText.Of(text.Text), text.Text);
        });
        if (mended == 0 && !changes)
        {
            return document;
        }

        ImmutableArray<DocumentWarning> warnings = mended == 0 ? document.Warnings : [.. document.Warnings, DescribeMended(mended)];
        return DocumentTexts.Rewrite(document, PlacedTextNormaliser.Normalise, warnings);
    }

    private static DocumentWarning DescribeMended(int count) =>
        new("text.mended", new LocalText(
            string.Create(CultureInfo.InvariantCulture, $"Đã đọc lại {count} chữ cái có hình dạng giống chữ Việt (như ƣ thay cho ư)."),
            string.Create(CultureInfo.InvariantCulture, $"{count} letters that only look Vietnamese (such as ƣ for ư) were read as what they stand for.")));

    private static DocumentWarning Describe(SyllableCensus census)
    {
        int share = (int)(census.ValidShare * 100);
        if (census.Marked < MarkedShare * census.Words)
        {
            return new DocumentWarning("text.notVietnamese", new LocalText(
                $"Chỉ {share} % số từ là tiếng Việt và hầu như không có dấu; tài liệu có thể viết bằng ngôn ngữ khác.",
                $"Only {share} % of the words are Vietnamese and hardly any bears a mark; the document may be in another language."));
        }

        bool isLegacy = census.Legacy >= LegacyShare * (census.Words - census.Valid);
        return isLegacy
            ? new DocumentWarning("text.legacyEncoding", new LocalText(
                $"Chỉ {share} % số từ là tiếng Việt; văn bản dùng bảng mã của phông chữ cũ (TCVN3 hoặc VNI).",
                $"Only {share} % of the words are Vietnamese; the text is in the encoding of a legacy font (TCVN3 or VNI)."))
            : new DocumentWarning("text.ruined", new LocalText(
                $"Chỉ {share} % số từ là tiếng Việt; lớp chữ của tệp bị hỏng, cần nhận dạng lại từ hình ảnh.",
                $"Only {share} % of the words are Vietnamese; the text layer is damaged and has to be recognised again from the picture."));
    }
}
