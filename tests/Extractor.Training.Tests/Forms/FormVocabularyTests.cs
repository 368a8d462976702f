using Extractor.Normalisation;
using Extractor.Training.Forms;

namespace Extractor.Training.Tests.Forms;

public class FormVocabularyTests
{
    private static readonly FormVocabulary Vocabulary = new(SmallTraining.Schema, SmallTraining.Shipped);

    private static readonly string[] Sources = [.. SmallTraining.Shipped.Select(f => f.Source).Distinct()];

    [Fact]
    public void A_source_left_out_lends_no_wording_that_no_other_source_has() =>
        Assert.All(Sources, source =>
        {
            HashSet<string> others = [.. SmallTraining.Shipped.Where(f => f.Source != source).SelectMany(form => form.Rows).Select(r => r.Row.Label.Text)];

            Assert.All(Vocabulary.WordingsWithout(source), wording => Assert.Contains(others, label => wording.Label.StartsWith(label, StringComparison.Ordinal)));
        });

    [Fact]
    public void Aliases_that_one_source_alone_supports_go_with_it()
    {
        int kept = SmallTraining.Schema.Indicators.Sum(i => i.Aliases.Length);

        Assert.Contains(Sources, source => Vocabulary.SchemaWithout(source).Indicators.Sum(i => i.Aliases.Length) < kept);
    }

    [Fact]
    public void Forms_of_a_folder_have_one_source_and_others_one_each()
    {
        Assert.Single(SmallTraining.Shipped.Where(f => f.Name.StartsWith("a-", StringComparison.Ordinal)).Select(f => f.Source).Distinct());
        Assert.All(SmallTraining.Data.Forms, f => Assert.Equal(f.Name, f.Source));
    }

    [Fact]
    public void A_label_with_two_meanings_needs_its_place() =>
        Assert.All(
            Vocabulary.WordingsWithout(null).GroupBy(w => w.Label).Where(g => g.Select(w => w.Code).Distinct().Skip(1).Any()),
            meanings => Assert.All(meanings, w => Assert.True(w.NeedsPlace)));

    [Fact]
    public void A_unit_cell_that_is_no_unit_belongs_to_the_wording() =>
        Assert.Contains(Vocabulary.WordingsWithout(null), w => w.Code.EndsWith(".by_province", StringComparison.Ordinal) && w.Label.Contains("NV ", StringComparison.Ordinal));

    [Fact]
    public void Of_wordings_that_share_most_of_their_words_one_is_kept()
    {
        HashSet<string>[] received = [.. Vocabulary.WordingsWithout(null).Where(w => w.Code == "dossiers.received").Select(w => MatchKey.Folded(w.Label).Split(' ').ToHashSet())];

        Assert.True(received.Length > 3);
        Assert.All(received, one => Assert.All(received.Where(r => r != one), other =>
            Assert.True((double)one.Intersect(other).Count() / one.Union(other).Count() < 0.7)));
    }

    [Fact]
    public void Foreign_rows_are_kept_with_the_row_above_unless_their_source_is_left_out()
    {
        LabelledForm form = SmallTraining.Shipped.First(f => f.Source == "blind/e" && f.Codes.Any(c => c is [null]));
        string label = form.Rows.First(r => r.Codes is [null] && r.Row.Label.Text.Length > 20).Row.Label.Text;

        Assert.Contains(Vocabulary.ForeignWithout(null), f => f.Label == label);
        Assert.DoesNotContain(Vocabulary.ForeignWithout("blind/e"), f => f.Label == label);
    }
}
