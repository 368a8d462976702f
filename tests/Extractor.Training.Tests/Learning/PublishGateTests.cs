using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Extractor.Mapping.Learned;
using Extractor.Training.Learning;

namespace Extractor.Training.Tests.Learning;

public class PublishGateTests
{
    [Theory]
    [InlineData(90, 90, true)]
    [InlineData(90, 91, true)]
    [InlineData(90, 88, true)]
    [InlineData(90, 87, false)]
    public void A_model_that_is_better_on_the_whole_may_lose_two_rows_of_a_form(int before, int after, bool isPublished) =>
        Assert.Equal(isPublished, PublishGate.Compare(Of(("one", 50), ("two", before)), Of(("one", 60), ("two", after))).IsEmpty);

    [Fact]
    public void A_model_that_is_worse_on_the_whole_is_refused_however_little() =>
        Assert.Contains("all forms", Assert.Single(PublishGate.Compare(Of(("one", 50), ("two", 90)), Of(("one", 50), ("two", 89)))).En, StringComparison.Ordinal);

    [Fact]
    public void Better_on_most_forms_does_not_make_up_for_much_worse_on_one() =>
        Assert.Contains("two", Assert.Single(PublishGate.Compare(Of(("one", 50), ("two", 90)), Of(("one", 99), ("two", 80)))).En, StringComparison.Ordinal);

    [Fact]
    public void Forms_the_present_model_was_not_tested_on_compare_with_nothing()
    {
        Assert.Empty(PublishGate.Compare(Of(("one", 90)), Of(("one", 90), ("new", 10))));
        Assert.Empty(PublishGate.Compare([], Of(("one", 10))));
    }

    [Fact]
    public void Figures_of_a_model_of_other_features_are_read_and_compared()
    {
        JsonNode file = JsonNode.Parse(MappingModelFile.Write(SmallTraining.Trained.Model))!;
        file["featureVersion"] = MappingModel.CurrentFeatureVersion - 1;
        file["pairs"]!.AsObject().Remove("own");

        ImmutableArray<HeldOutForm> present = MappingModelFile.HeldOutFiguresOf(Encoding.UTF8.GetBytes(file.ToJsonString()));

        Assert.Equal(SmallTraining.Trained.Model.HeldOut.ToArray(), present.ToArray());
    }

    [Fact]
    public void A_file_that_is_no_model_has_no_figures() => Assert.Empty(MappingModelFile.HeldOutFiguresOf("{"u8));

    private static ImmutableArray<HeldOutForm> Of(params (string Form, int Right)[] forms) => [.. forms.Select(f => new HeldOutForm(f.Form, 100, f.Right))];
}
