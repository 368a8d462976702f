using System.Text;
using Extractor.Ingest.Text;
using Extractor.Models;
using Microsoft.Extensions.Options;

namespace Extractor.Tests.Ingest.Text;

/// <summary>Every bound of the options ends in an error that names it.</summary>
public class TextLimitTests
{
    private static readonly Dictionary<string, (Action<TextOptions> Set, string Text)> Cases = new(StringComparer.Ordinal)
    {
        [nameof(TextOptions.MaxLines)] = (o => o.MaxLines = 3, "một\nhai\nba\nbốn\n"),
        [nameof(TextOptions.MaxLineLength)] = (o => o.MaxLineLength = 80, new string('a', 81)),
        [nameof(TextOptions.MaxTableWords)] = (o => o.MaxTableWords = 5, "STT Chỉ tiêu ĐVT Số liệu\n1 Số tin đã đăng Tin 4\n2 Số bài Bài 5\n"),
        [nameof(TextOptions.MaxTableRows)] = (o => o.MaxTableRows = 2, "STT\tChỉ tiêu\tSố liệu\n1\tA\t3\n2\tB\t4\n"),
        [nameof(TextOptions.MaxTableColumns)] = (o => o.MaxTableColumns = 3, "| a | b | c | d |\n| 1 | 2 | 3 | 4 |\n"),
    };

    public static TheoryData<string> Bounds => [.. Cases.Keys];

    [Fact]
    public void Every_bound_has_a_case() =>
        Assert.Equal(typeof(TextOptions).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal), Cases.Keys.Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Bounds))]
    public void What_goes_beyond_a_bound_ends_in_an_error_that_names_it(string bound)
    {
        var options = new TextOptions();
        Cases[bound].Set(options);

        LimitExceededException error = Assert.Throws<LimitExceededException>(() => Read(options, Cases[bound].Text));

        Assert.Equal(bound, error.Limit);
    }

    [Theory, MemberData(nameof(Bounds))]
    public void The_default_bounds_let_it_pass(string bound) => Assert.NotEmpty(Read(new TextOptions(), Cases[bound].Text).Blocks);

    private static Document Read(TextOptions options, string text) =>
        new PlainTextReader([FamilyCatalog.Load("cchc")], Options.Create(options)).Read(new SourceFile("a.txt", Encoding.UTF8.GetBytes(text)), CancellationToken.None);
}
