using Extractor.Models;
using Extractor.Values;

namespace Extractor.Tests.Pipeline;

/// <summary>The first promise: no value that its quoted tokens do not give, judged by a checker that shares no code with the readers.</summary>
public class DerivationTests
{
    [Theory, MemberData(nameof(CorpusAccuracyTests.Renderings), MemberType = typeof(CorpusAccuracyTests))]
    public void Every_value_follows_from_the_tokens_it_quotes(string report, string ending)
    {
        ExtractionResult result = TestPipeline.Shared.Extract(Fixtures.Open(report, ending));

        (Field Field, Evidence Evidence)[] quotes =
            [.. result.Fields.SelectMany(f => f.Evidence.Where(e => e.Value is not null).Select(e => (f, e)))];

        Assert.NotEmpty(quotes);
        Assert.All(quotes, q => Assert.True(
            ValueDerivation.IsDerivable(q.Evidence.Value!, WholeQuote(q.Field, q.Evidence), ContextOf(result, q.Field, q.Evidence)),
            $"{q.Field.Code}: {q.Evidence.Value} from “{q.Evidence.Text}”"));
    }

    [Fact]
    public void A_value_without_its_tokens_is_found_out()
    {
        Assert.False(ValueDerivation.IsDerivable(new NumberValue(480), "479 hồ sơ"));
        Assert.False(ValueDerivation.IsDerivable(new RatioValue(9, 10), "10/10"));
        Assert.True(ValueDerivation.IsDerivable(new NumberValue(479), "479 hồ sơ"));
    }

    // A cell cut by a page break is quoted in one piece a page; the value follows from the pieces together.
    private static string WholeQuote(Field field, Evidence quote) => string.Join('\n', field.Evidence
        .Where(e => e.Source == quote.Source && e.Table == quote.Table && e.Row == quote.Row && e.Column == quote.Column && e.Paragraph == quote.Paragraph
            && e.Value == quote.Value && (e.Table is not null || e.Start == quote.Start))
        .Select(e => e.Text));

    private static CellContext? ContextOf(ExtractionResult result, Field field, Evidence quote)
    {
        ResultRow? row = result.Rows.FirstOrDefault(r => r.Table == quote.Table && r.Row == quote.Row);
        Indicator? indicator = FamilyCatalog.Load(result.Schema.Family).Find(field.Code);
        return new CellContext(indicator, row?.Unit ?? "", null);
    }
}
