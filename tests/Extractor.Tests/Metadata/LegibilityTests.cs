using System.Collections.Immutable;
using Extractor.Metadata;
using Extractor.Models;

namespace Extractor.Tests.Metadata;

/// <summary>The head of a text layer that gives wrong letters is read, but not trusted.</summary>
public class LegibilityTests
{
    private static readonly string[] Head =
    [
        "ỦY BAN NHÂN DÂN", "XÃ MINH TÂN", "Số: 282/BC-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Minh Tân, ngày 15 tháng 12 năm 2023", "BÁO CÁO", "Kết quả công tác cải cách hành chính năm 2023",
    ];

    [Fact]
    public void A_clear_head_is_trusted() => Assert.True(Read(Head).Agency.Confidence.Value > 0.9);

    [Fact]
    public void Letters_that_make_no_words_lower_the_confidence()
    {
        string[] ruined =
        [
            "ỦY BAN NHÂN DÂN", "XÃ Mxnkh Tfqn Bzrk Wqxp", "Số: 282/BC-UBND", "Cxqng Hbqa Xqp Hzri Chtw Nghqp Vrzt Nqxm", "Đqcl lzwp - Tq dz - Hxqnh phzc",
            "Mxnh Tfqn, ngày 15 tháng 12 năm 2023", "BÁO CÁO", "Kzt qrx cqng txc czi cxch hqnh chxnh nzm 2023",
        ];

        ReportHead head = Read(ruined);

        Assert.All(
            (Confidence[])[head.Agency.Confidence, head.Number.Confidence, head.Title.Confidence],
            confidence => Assert.InRange(confidence.Value, 0, 0.6));
    }

    [Fact]
    public void Names_of_the_highlands_are_no_ruin()
    {
        ReportHead head = Read([.. Head.Select(l => l.Replace("MINH TÂN", "EA KPAM", StringComparison.Ordinal).Replace("Minh Tân", "Ea Kpam", StringComparison.Ordinal))]);

        Assert.True(head.Agency.Confidence.Value > 0.9);
    }

    private static ReportHead Read(string[] lines) => ReportHeadReader.Read(HeadText.Of(new Document
    {
        Format = FileFormat.Txt,
        Blocks = [.. lines.Select(l => new TextBlock(new PlacedText(l), TextStyle.Plain)).ToImmutableArray<Block>()],
    }));
}
