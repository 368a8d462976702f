using System.Text;
using Extractor.Models;
using Extractor.Normalisation;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Extractor.Tests.Normalisation;

public class MatchKeyTests
{
    [Theory]
    [InlineData("Số lượng hồ sơ đã tiếp nhận:", "số lượng hồ sơ đã tiếp nhận")]
    [InlineData("  - Số  TTHC,\ncấp xã ", "số thủ tục hành chính cấp xã")]
    [InlineData("Tỷ lệ (%)", "tỷ lệ %")]
    [InlineData("70%-dưới 100%", "70 % dưới 100 %")]
    [InlineData("tự chủ 1.234", "tự chủ 1 234")]
    [InlineData("Mức độ ３", "mức độ 3")]
    [InlineData("mức độ3", "mức độ 3")]
    [InlineData("ngƣời dân", "người dân")]
    [InlineData("Ðiện tử, Ɖã, ðã", "điện tử đã đã")]
    [InlineData("Uỷ ban", "ủy ban")]
    [InlineData("UỶ BAN", "ủy ban")]
    [InlineData("hiện đại hoá", "hiện đại hóa")]
    [InlineData("hoàn thành", "hoàn thành")]
    [InlineData("hòan thành", "hoàn thành")]
    [InlineData("hùynh", "huỳnh")]
    [InlineData("quý", "quý")]
    [InlineData("qúy", "quý")]
    [InlineData("của Tổ", "của tổ")]
    [InlineData("củaTổ", "của tổ")]
    [InlineData("tỉ lệ", "tỷ lệ")]
    [InlineData("Số VBQPPL", "số văn bản quy phạm pháp luật")]
    [InlineData("Số vbqppl", "số văn bản quy phạm pháp luật")]
    [InlineData("NV Tp giao", "nhiệm vụ thành phố giao")]
    [InlineData("Có ban hành KH = 1", "có ban hành kế hoạch 1")]
    [InlineData("Sở KH&CN", "sở khoa học và công nghệ")]
    [InlineData("Bộ phận, công chức CM", "bộ phận công chức chuyên môn")]
    [InlineData("CM", "cm")]
    [InlineData("62/NV", "62 nv")]
    [InlineData("BP TN&TKQ", "bp tiếp nhận và trả kết quả")]
    [InlineData("LĐ-TB&XH", "lao động thương binh và xã hội")]
    [InlineData("nt", "nt")]
    [InlineData("", "")]
    [InlineData("…", "")]
    [InlineData("TT\u00ADHC\u200B", "thủ tục hành chính")]
    public void Key_is_the_plain_spelling(string text, string key)
    {
        Assert.Equal(key, MatchKey.Of(text));
    }

    [Fact]
    public void Folded_key_has_no_diacritics()
    {
        Assert.Equal("so thu tuc hanh chinh da giai quyet dung han", MatchKey.Folded("Số TTHC đã giải quyết đúng hạn"));
    }

    [Property(MaxTest = 2000)]
    public Property Key_of_a_key_is_the_key() =>
        Prop.ForAll(VietnameseText.ToArbitrary(), text => MatchKey.Of(MatchKey.Of(text)) == MatchKey.Of(text));

    [Property(MaxTest = 2000)]
    public Property Composed_and_decomposed_text_have_one_key() =>
        Prop.ForAll(VietnameseText.ToArbitrary(), text =>
            MatchKey.Of(text.Normalize(NormalizationForm.FormD)) == MatchKey.Of(text.Normalize(NormalizationForm.FormC)));

    [Property(MaxTest = 2000)]
    public bool Any_string_has_a_stable_key(string? text) =>
        MatchKey.Of(MatchKey.Of(text ?? "")) == MatchKey.Of(text ?? "");

    [Fact]
    public void Every_character_alone_has_a_stable_key()
    {
        for (int c = 0; c <= char.MaxValue; c++)
        {
            string key = MatchKey.Of("x" + (char)c + "y");
            Assert.True(key == MatchKey.Of(key), $"U+{c:X4}");
        }
    }

    [Fact]
    public void Expansions_and_canonical_syllables_are_keys_themselves()
    {
        var texts = EmbeddedTable.Read("abbreviations.csv").Select(row => row["expansion"])
            .Concat(EmbeddedTable.Read("syllable_variants.csv").Select(row => row["canonical"]));

        Assert.All(texts, text => Assert.Equal(text, MatchKey.Of(text)));
    }

    [Fact]
    public void Names_of_a_schema_keep_apart()
    {
        IndicatorSchema schema = FamilyCatalog.Load("cchc");

        var keys = schema.Indicators.Select(i => MatchKey.Of(i.Name.Vi)).Distinct().Count();

        Assert.Equal(schema.Indicators.Select(i => i.Name.Vi).Distinct().Count(), keys);
    }

    private static Gen<string> VietnameseText { get; } =
        Gen.Elements("hoà", "HOÁ", "uỷ", "Ủy", "quý", "TTHC", "KH", "&", "/", "-", " ", "%", "1.234", "ƣ", "Ð", "e\u0302\u0301", "ế", "ơ\u0301",
            "củaTổ", "\u00AD", "\u200B", "\u0301", "１", "CM", "công chức ", "đ/c", "tỉ", "İ", "ß", "\uFFFD", "q", "ùy", "n", "TTg", "x")
            .ArrayOf().Select(string.Concat);
}
