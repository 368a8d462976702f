using Extractor.Ingest.Text;
using Extractor.Models;

namespace Extractor.Tests.Ingest.Text;

public class BrokenUnitsTests
{
    private static readonly TableVocabulary Vocabulary = new([FamilyCatalog.Load("cchc")], TableWords.Default);

    [Theory]
    [InlineData("Trong đó Số đơn vị khác Cơ quan, đơn   ", "vị", "Trong đó Số đơn vị khác Cơ quan, đơn vị")]
    [InlineData("2 Số vấn đề Trường", "hợp", "2 Số vấn đề Trường hợp")]
    public void A_unit_cut_by_repeated_headings_is_whole_again(string above, string below, string expected)
    {
        List<BodyLine> body = Body(above, below);

        BrokenUnits.Join(body, Vocabulary);

        Assert.Equal([expected, "3 Số hồ sơ Hồ sơ 5"], body.Where(static l => l.Kind == BodyLineKind.Text && !l.Line.IsBlank).Select(static l => l.Line.Text));
    }

    [Theory]
    [InlineData("2 Số hồ sơ Hồ sơ", "đã nhận")]
    [InlineData("2 Số đơn vị Cơ quan", "3 Khác")]
    [InlineData("2 Số cơ quan, đơn", "vị đã sắp xếp trong kỳ")]
    public void Other_words_stay_below_the_headings(string above, string below)
    {
        List<BodyLine> body = Body(above, below);

        BrokenUnits.Join(body, Vocabulary);

        Assert.Equal(5, body.Count);
    }

    private static List<BodyLine> Body(string above, string below) =>
        [.. TextLine.Split($"{above}\n\n{below}\n3 Số hồ sơ Hồ sơ 5", new TextOptions())
            .Select(static line => new BodyLine(BodyLineKind.Text, line)).SelectMany((line, i) => i == 1 ? [line, new BodyLine(BodyLineKind.RepeatedHeading, default)] : (BodyLine[])[line])];
}
