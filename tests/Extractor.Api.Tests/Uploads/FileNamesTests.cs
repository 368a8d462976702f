using Extractor.Api.Uploads;
using Microsoft.Net.Http.Headers;

namespace Extractor.Api.Tests.Uploads;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("báo cáo.docx", "báo cáo.docx")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\an\\bc.pdf", "bc.pdf")]
    [InlineData("a\u0000b\r\nc.pdf", "abc.pdf")]
    [InlineData("cod\u202Efdp.exe", "codfdp.exe")]
    [InlineData("  x.txt ", "x.txt")]
    [InlineData("..", "report")]
    [InlineData("", "report")]
    [InlineData(null, "report")]
    [InlineData("folder/", "report")]
    public void A_name_is_made_harmless(string? given, string expected) => Assert.Equal(expected, FileNames.Clean(given));

    [Fact]
    public void A_long_name_is_cut_between_characters()
    {
        string clean = FileNames.Clean(new string('a', 199) + "𝟘𝟘");

        Assert.Equal(new string('a', 199), clean);
    }

    [Theory]
    [InlineData("form-data; name=\"file\"; filename=\"plain.txt\"", "plain.txt")]
    [InlineData("attachment; filename=\"x.txt\"; filename*=UTF-8''b%C3%A1o%20c%C3%A1o.txt", "báo cáo.txt")]
    [InlineData("attachment", "report")]
    public void The_name_is_taken_from_the_header(string header, string expected) =>
        Assert.Equal(expected, FileNames.Of(ContentDispositionHeaderValue.Parse(header)));
}
