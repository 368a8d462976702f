using System.Net;
using Extractor.Cli.Evaluate.Html;
using FsCheck.Xunit;

namespace Extractor.Cli.Tests.Evaluate.Html;

public class MarkupTests
{
    [Fact]
    public void Data_is_escaped_and_literal_markup_is_not()
    {
        string data = "<script>alert('1')</script> & \"x\"";

        Assert.Equal(
            "<td title=\"&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;x&quot;\">3</td>",
            new Markup().Add($"<td title=\"{data}\">{3}</td>").ToString());
    }

    [Theory]
    [InlineData("a\0b", "a\uFFFDb")]
    [InlineData("a\u202Efdp.exe", "a\uFFFDfdp.exe")]
    [InlineData("whole \uD83D\uDE00", "whole \uD83D\uDE00")]
    [InlineData("xã Hồng Hải", "xã Hồng Hải")]
    public void What_could_break_or_disguise_a_text_is_replaced(string data, string expected) =>
        Assert.Equal(expected, new Markup().Add($"{data}").ToString());

    // Half a character survives no attribute of a test.
    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal("half \uFFFD", new Markup().Add($"{"half \uD83D"}").ToString());

    [Fact]
    public void Parts_are_not_escaped_twice()
    {
        string data = "<";
        Markup part = new Markup().Add($"<b>{data}</b>");

        Assert.Equal("<p><b>&lt;</b></p>", new Markup().Add($"<p>{part}</p>").ToString());
    }

    [Property]
    public void No_data_becomes_markup_and_none_is_lost(string? data)
    {
        string escaped = new Markup().Add($"{data}").ToString();

        Assert.DoesNotContain(escaped, c => c is '<' or '>' or '"' or '\'' || (char.IsControl(c) && c is not '\n' and not '\t'));
        Assert.Equal((data ?? "").Length, WebUtility.HtmlDecode(escaped).Length);
    }
}
