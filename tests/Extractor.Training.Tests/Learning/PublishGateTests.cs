using Extractor.Mapping.Learned;
using Extractor.Training.Learning;

namespace Extractor.Training.Tests.Learning;

public class PublishGateTests
{
    [Theory]
    [InlineData(90, 90, true)]
    [InlineData(90, 91, true)]
    [InlineData(90, 89, false)]
    public void A_model_is_published_unless_it_is_worse_on_a_form(int before, int after, bool isPublished)
    {
        MappingModel present = With(("one", 50), ("two", before)), next = With(("one", 50), ("two", after));

        Assert.Equal(isPublished, PublishGate.Compare(present, next).IsEmpty);
    }

    [Fact]
    public void Better_on_most_forms_does_not_make_up_for_worse_on_one() =>
        Assert.Contains("two", Assert.Single(PublishGate.Compare(With(("one", 50), ("two", 90)), With(("one", 99), ("two", 89)))).En, StringComparison.Ordinal);

    [Fact]
    public void Forms_the_present_model_was_not_tested_on_compare_with_nothing()
    {
        Assert.Empty(PublishGate.Compare(With(("one", 90)), With(("one", 90), ("new", 10))));
        Assert.Empty(PublishGate.Compare(null, With(("one", 10))));
    }

    private static MappingModel With(params (string Form, int Right)[] forms) =>
        SmallTraining.Trained.Model with { HeldOut = [.. forms.Select(f => new HeldOutForm(f.Form, 100, f.Right))] };
}
