using Extractor.Training.Forms;

namespace Extractor.Training.Tests.Forms;

public class FormVocabularyTests
{
    private static readonly FormVocabulary Vocabulary = new(SmallTraining.Schema, SmallTraining.Shipped);

    [Fact]
    public void A_form_left_out_lends_no_wording_that_no_other_form_has()
    {
        for (int f = 0; f < SmallTraining.Shipped.Length; f++)
        {
            HashSet<string> others = [.. SmallTraining.Shipped.Where((_, g) => g != f).SelectMany(form => form.Rows).Select(r => r.Row.Label.Text)];

            Assert.All(Vocabulary.Wordings(g => g == f), wording => Assert.Contains(wording.Label, others));
        }
    }

    [Fact]
    public void Aliases_that_one_form_alone_supports_go_with_it()
    {
        int kept = SmallTraining.Schema.Indicators.Sum(i => i.Aliases.Length);

        Assert.Contains(Enumerable.Range(0, SmallTraining.Shipped.Length), f => Vocabulary.SchemaWithout(f).Indicators.Sum(i => i.Aliases.Length) < kept);
    }

    [Fact]
    public void A_label_with_two_meanings_needs_its_place() =>
        Assert.All(
            Vocabulary.Wordings(_ => false).GroupBy(w => w.Label).Where(g => g.Select(w => w.Code).Distinct().Skip(1).Any()),
            meanings => Assert.All(meanings, w => Assert.True(w.NeedsPlace)));
}
