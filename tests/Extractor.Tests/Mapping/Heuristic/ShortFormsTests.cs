using Extractor.Mapping.Heuristic;

namespace Extractor.Tests.Mapping.Heuristic;

public class ShortFormsTests
{
    private static readonly ShortForms Forms = new(string.Join('\n',
    [
        "số nhiệm vụ đã hoàn thành đúng hạn", "vấn đề phát hiện qua kiểm tra", "số hồ sơ đã xử lý xong", "xử lý kỷ luật công chức", "hệ thống thông tin", "số phương án",
    ]));

    [Theory]
    [InlineData("vđ đã xl xong", "vấn đề đã xử lý xong")]
    [InlineData("cc bị kl", "công chức bị kỷ luật")]
    [InlineData("vđ p hiện qua k tra", "vấn đề phát hiện qua kiểm tra")]
    public void Initials_and_cut_words_are_written_out_as_wordings_have_them(string key, string written) =>
        Assert.Equal(written, string.Join(' ', Forms.WriteOut(key.Split(' '))));

    [Fact]
    public void Short_forms_side_by_side_are_the_phrase_that_some_wording_has() =>
        Assert.Equal("hoàn thành đúng hạn", string.Join(' ', Forms.WriteOut(["ht", "đh"])));

    [Fact]
    public void A_label_typed_without_accents_gets_words_without_accents() =>
        Assert.Equal("so van de xu ly", string.Join(' ', Forms.WriteOut("so van de xl".Split(' '))));

    [Theory]
    [InlineData("số hồ sơ đã nhận")]
    [InlineData("mức độ 3")]
    [InlineData("xyz kkt")]
    public void Other_words_stay(string key) => Assert.Equal(key, string.Join(' ', Forms.WriteOut(key.Split(' '))));
}
