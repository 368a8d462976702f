using Extractor.Mapping.Heuristic;
using Extractor.Models;
using Extractor.Normalisation;

namespace Extractor.Tests.Mapping.Heuristic;

public class LabelTextTests
{
    private static readonly SynonymFolder Synonyms = SchemaIndex.For(FamilyCatalog.Load("cchc")).Synonyms;

    [Theory]
    [InlineData("Ty le ho so giai quyet dung han")]
    [InlineData("SO TTHC THUC HIEN")]
    [InlineData("So van ban QPPL da ban hanh (van ban)")]
    public void A_label_typed_without_accents_is_compared_without_accents(string label)
    {
        LabelText text = LabelText.Read(label, Synonyms);

        Assert.True(System.Text.Ascii.IsValid(text.Main), text.Main);
        Assert.True(System.Text.Ascii.IsValid(text.Whole), text.Whole);
    }

    [Theory]
    [InlineData("TTHC")]
    [InlineData("1.2 DVC")]
    [InlineData("- CCHC")]
    public void An_abbreviation_alone_is_written_out_with_accents(string label) =>
        Assert.False(System.Text.Ascii.IsValid(LabelText.Read(label, Synonyms).Main));

    [Fact]
    public void A_label_says_the_same_with_accents_and_without()
    {
        string with = LabelText.Read("Tỷ lệ hồ sơ giải quyết đúng hạn", Synonyms).Main;
        string without = LabelText.Read("Ty le ho so giai quyet dung han", Synonyms).Main;

        Assert.Equal(VietnameseLetters.WithoutDiacritics(with), without);
    }
}
