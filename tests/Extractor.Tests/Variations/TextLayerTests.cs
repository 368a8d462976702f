using System.Text;
using Extractor.Evaluation;
using Extractor.Tests.Pipeline;

namespace Extractor.Tests.Variations;

/// <summary>Text layers of reports nobody has seen: columns run together, cells wrapped and cut by page breaks, blank cells gone.</summary>
public class TextLayerTests
{
    private const int SeedsPerForm = 4;
    private const double OfReading = 0.02;

    // What mapping makes of the other forms it makes of them in any format: where it misses more in a Word file, that is the bar.
    public static TheoryData<string, bool, double, double> Cases()
    {
        var cases = new TheoryData<string, bool, double, double>();
        foreach (bool isTight in (bool[])[false, true])
        {
            Fixtures.Reports.ToList().ForEach(form => cases.Add(form, isTight, 0.97, 0.97));
            KnownForms.OfOneTable.ToList().ForEach(form => cases.Add(form, isTight, 0.88, 0.9));
        }

        return cases;
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_varied_text_layer_reads_as_it_was_written(string form, bool isTight, double leastCodes, double leastFields)
    {
        ReportScore total = Enumerable.Range(1, SeedsPerForm).Select(seed => Score(form, seed, isTight)).Aggregate((a, b) => a.Add(b));

        ReportScore asWord = Enumerable.Range(1, SeedsPerForm).Select(seed => ScoreAsWord(form, seed)).Aggregate((a, b) => a.Add(b));

        string differences = string.Join('\n', total.Differences);
        Assert.True(total.RowRecall >= 0.97 && total.RowsExtra <= SeedsPerForm * 3, $"rows {total.RowRecall:0.000}, extra {total.RowsExtra}\n{differences}");
        Assert.True(total.Cells.Value >= 0.97, $"cells {total.Cells.Value:0.000}\n{differences}");
        Assert.True(total.Codes.Value >= Math.Min(leastCodes, asWord.Codes.Value - OfReading), $"codes {total.Codes.Value:0.000}\n{differences}");
        Assert.True(total.FieldF1 >= Math.Min(leastFields, asWord.FieldF1 - OfReading), $"fields {total.FieldF1:0.000}\n{differences}");
        Assert.True(total.Head.Value >= 0.95, $"head {total.Head.Value:0.000}\n{differences}");
    }

    private static ReportScore ScoreAsWord(string form, int seed)
    {
        VariedReport report = ReportVariation.Vary(KnownForms.Read(form), seed);
        return ReportScorer.Score(report.Gold, TestPipeline.Shared.Extract(new SourceFile("report.docx", WordWriter.Write(report))));
    }

    private static ReportScore Score(string form, int seed, bool isTight)
    {
        VariedReport report = ReportVariation.Vary(KnownForms.Read(form), seed);
        string text = TextLayerWriter.Write(report, new TextLayerStyle(seed, isTight));
        ReportScore score = ReportScorer.Score(report.Gold, TestPipeline.Shared.Extract(new SourceFile("report.txt", Encoding.UTF8.GetBytes(text))));
        return score with { Differences = [.. score.Differences.Select(d => d with { Report = $"{report}" })] };
    }
}
