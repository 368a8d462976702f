using Extractor.Evaluation;

namespace Extractor.Tests.Variations;

/// <summary>Words the labels as another office would.</summary>
internal sealed class Wording
{
    private static readonly (string Short, string Long)[] Abbreviations =
    [
        ("VBQPPL", "văn bản quy phạm pháp luật"), ("TTHC", "thủ tục hành chính"), ("CCHC", "cải cách hành chính"),
        ("PAKN", "phản ánh, kiến nghị"), ("BCCI", "bưu chính công ích"), ("NSNN", "ngân sách nhà nước"),
        ("TTĐT", "thông tin điện tử"), ("ĐVSNCL", "đơn vị sự nghiệp công lập"),
    ];

    private static readonly (string Old, string New)[] TonePlacement = [("hóa", "hoá"), ("tòa", "toà"), ("ủy", "uỷ"), ("hòa", "hoà")];

    private static readonly (string One, string Other)[] Synonyms =
    [
        ("Số lượng hồ sơ", "Số hồ sơ"), ("đúng hẹn", "đúng hạn"), ("trên địa bàn", "tại địa phương"), ("theo thẩm quyền", "thuộc thẩm quyền"),
    ];

    private readonly int _abbreviations;
    private readonly bool _movesTones;
    private readonly bool _hasSynonyms;
    private readonly bool _shoutsHeadings;

    private Wording(int abbreviations, bool movesTones, bool hasSynonyms, bool shoutsHeadings) =>
        (_abbreviations, _movesTones, _hasSynonyms, _shoutsHeadings) = (abbreviations, movesTones, hasSynonyms, shoutsHeadings);

    public static Wording Choose(Random random) => new(random.Next(3), random.Next(2) == 0, random.Next(3) == 0, random.Next(2) == 0);

    public GoldRow Apply(GoldRow row)
    {
        string label = row.Label;
        foreach ((string shortForm, string longForm) in Abbreviations)
        {
            label = _abbreviations switch
            {
                1 => label.Replace(shortForm, longForm, StringComparison.Ordinal),
                2 => label.Replace(longForm, shortForm, StringComparison.Ordinal),
                _ => label,
            };
        }

        foreach ((string old, string modern) in TonePlacement)
        {
            label = _movesTones ? label.Replace(old, modern, StringComparison.Ordinal) : label;
        }

        foreach ((string one, string other) in Synonyms)
        {
            label = _hasSynonyms ? label.Replace(one, other, StringComparison.Ordinal) : label;
        }

        bool isSection = row.Code?.Contains('.', StringComparison.Ordinal) == false && row.Unit.Length == 0;
        return row with { Label = _shoutsHeadings && isSection ? label.ToUpperInvariant() : label };
    }
}
