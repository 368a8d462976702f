using System.Globalization;
using System.Text;
using Extractor.Tables;
using FsCheck.Xunit;

namespace Extractor.Tests.Tables;

public class SqueezedTextTests
{
    [Theory]
    [InlineData("Đơn vị\ntính", "donvitinh")]
    [InlineData("S T T", "stt")]
    [InlineData("Tỷ lệ (%)", "tyle%")]
    [InlineData("Sƣ́ Ƣ", "suu")]
    [InlineData("Đo\u031Bn vi\u0323", "donvi")]
    [InlineData("“0 = Không”", "0=khong")]
    [InlineData("Ф 统", "ф统")]
    [InlineData("", "")]
    public void Marks_blanks_and_signs_do_not_count(string text, string expected) => Assert.Equal(expected, SqueezedText.Of(text));

    [Property(MaxTest = 300)]
    public void Composed_and_decomposed_letters_are_alike(int seed)
    {
        var random = new Random(seed);
        string text = string.Concat(Enumerable.Range(0, 20).Select(_ => (char)(random.Next(2) == 0 ? random.Next(0x20, 0x250) : random.Next(0x1E00, 0x1F00))));

        Assert.Equal(SqueezedText.Of(text.Normalize(NormalizationForm.FormD) + "\u2026"), SqueezedText.Of(text));
        Assert.DoesNotContain(SqueezedText.Of(text), c => char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark);
    }
}
