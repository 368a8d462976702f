using Extractor.Normalisation;

namespace Extractor.Tests.Normalisation;

public sealed class LettersTests
{
    [Fact]
    public void Tables_say_of_every_character_what_the_runtime_says()
    {
        for (int i = 0; i <= char.MaxValue; i++)
        {
            char c = (char)i;
            Assert.Equal(
                (c, char.IsLetter(c), char.IsLetterOrDigit(c), char.IsLower(c), char.IsUpper(c), char.ToLowerInvariant(c)),
                (c, Letters.IsLetter(c), Letters.IsLetterOrDigit(c), Letters.IsLower(c), Letters.IsUpper(c), Letters.ToLower(c)));
        }
    }

    [Fact]
    public void Only_latin_letters_lose_marks()
    {
        for (int i = 0; i < 0x2000; i++)
        {
            char c = (char)i;
            string parts = char.IsLetter(c) ? c.ToString().Normalize(System.Text.NormalizationForm.FormD) : "";
            char bare = parts.Length > 1 && char.IsAscii(parts[0]) ? parts[0] : c;
            Assert.Equal(c is 'đ' ? 'd' : c is 'Đ' ? 'D' : bare, VietnameseLetters.WithoutDiacritics(c));
        }
    }

    [Fact]
    public void A_set_has_its_letters_and_no_others()
    {
        var set = new LetterSet("aăđ");
        Assert.True(set.ContainsAll("đaă"));
        Assert.False(set.ContainsAll("đâ"));
        Assert.False(set.Contains('\uFFFF'));
    }
}
