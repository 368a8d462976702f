using Extractor.Models;

namespace Extractor.Tests.Pipeline;

/// <summary>
/// Every rendering of every fixture gives the result that was last looked at. To accept new results run the tests with
/// EXTRACTOR_UPDATE_GOLDENS=1 and read the difference: a changed golden is evidence first, an update second.
/// </summary>
public class GoldenTests
{
    private const string UpdateVariable = "EXTRACTOR_UPDATE_GOLDENS";

    [Theory, MemberData(nameof(CorpusAccuracyTests.Renderings), MemberType = typeof(CorpusAccuracyTests))]
    public void Extraction_matches_the_golden_result(string report, string ending)
    {
        ExtractionResult result = TestPipeline.Shared.Extract(Fixtures.Open(report, ending));

        string actual = GoldenText.Of(result);

        string path = Fixtures.PathOf(report, ending + ".golden.txt");
        if (Environment.GetEnvironmentVariable(UpdateVariable) is not null)
        {
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{path} is missing; write it with {UpdateVariable}=1.");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    [Fact]
    public void Goldens_are_not_being_rewritten() => Assert.Null(Environment.GetEnvironmentVariable(UpdateVariable));
}
