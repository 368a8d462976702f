using Extractor.Models;
using Extractor.Scoring;

namespace Extractor.Tests.Scoring;

public class FieldConfidenceTests
{
    [Theory]
    [InlineData(0.9, 2_000, 0, 0.999)]
    [InlineData(0.0, 2_000, 0, 0.0)]
    [InlineData(0.9, 0, 5_000, 0.0)]
    public void Any_number_of_places_gives_a_probability(double own, int agreeing, int disagreeing, double expected) =>
        Assert.Equal(expected, FieldConfidence.Combine(new Confidence(own), agreeing, disagreeing).Value, 6);

    [Fact]
    public void As_many_for_as_against_is_a_probability() =>
        Assert.InRange(FieldConfidence.Combine(new Confidence(0.9), 3_000, 3_000).Value, 0.9, 1);
}
