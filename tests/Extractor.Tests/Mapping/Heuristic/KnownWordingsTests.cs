using System.Text;
using Extractor.Mapping.Heuristic;
using Extractor.Mapping.Learned;
using Extractor.Models;

namespace Extractor.Tests.Mapping.Heuristic;

/// <summary>
/// The wordings that come ready made are those that reading the labels gives. After a change of labels, of the model or of how labels are read, write them
/// anew with EXTRACTOR_UPDATE_GOLDENS=1 and look at the difference.
/// </summary>
public class KnownWordingsTests
{
    private const string UpdateVariable = "EXTRACTOR_UPDATE_GOLDENS";

    public static TheoryData<string> Families => [.. FamilyCatalog.Names];

    [Theory, MemberData(nameof(Families))]
    public void The_wordings_that_come_with_the_product_are_those_its_labels_give(string family)
    {
        (IndicatorSchema schema, FamilyMemory memory) = (FamilyCatalog.Load(family), ShippedModel.Model.MemoryOf(family));
        string path = Path.Combine(Repository.Root, "src", "Extractor", "Mapping", "Heuristic", "Data", KnownWordingsFile.NameOf(family));

        string text = KnownWordingsFile.Write(
            KnownWordings.Read(schema, memory.Wordings, memory.Foreign), schema, WordingsPrint.Of(schema, memory.Wordings, memory.Foreign));

        if (Environment.GetEnvironmentVariable(UpdateVariable) is not null)
        {
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"{path} is missing; write it with {UpdateVariable}=1.");
        Assert.Equal(File.ReadAllText(path), text);
    }

    [Theory, MemberData(nameof(Families))]
    public void What_is_written_is_read_again(string family)
    {
        (IndicatorSchema schema, FamilyMemory memory) = (FamilyCatalog.Load(family), ShippedModel.Model.MemoryOf(family));
        ulong print = WordingsPrint.Of(schema, memory.Wordings, memory.Foreign);
        string written = KnownWordingsFile.Write(KnownWordings.Read(schema, memory.Wordings, memory.Foreign), schema, print);

        KnownWordings? read = KnownWordingsFile.Read(Encoding.UTF8.GetBytes(written), schema, print);

        Assert.NotNull(read);
        Assert.Equal(written, KnownWordingsFile.Write(read, schema, print));
        Assert.All(read.Wordings, w => Assert.Equal(StatedSlots(w), w.Stated));
    }

    [Theory, MemberData(nameof(Families))]
    public void They_are_used_for_the_words_they_were_read_from(string family)
    {
        (IndicatorSchema schema, FamilyMemory memory) = (FamilyCatalog.Load(family), ShippedModel.Model.MemoryOf(family));

        Assert.NotNull(KnownWordingsFile.Find(schema, memory.Wordings, memory.Foreign));
        Assert.Null(KnownWordingsFile.Find(schema, memory.Wordings.Add(new LearnedWording(schema.Indicators[0].Code, "Nhãn mới", false)), memory.Foreign));
        Assert.Null(KnownWordingsFile.Find(schema, memory.Wordings, memory.Foreign.Add(new ForeignWording("Nhãn lạ", ""))));
    }

    [Fact]
    public void A_schema_with_one_more_alias_knows_it()
    {
        const string Alias = "Số lần thuyền ghé bến vắng";
        IndicatorSchema shipped = FamilyCatalog.Load(FamilyCatalog.Names[0]);
        Indicator first = shipped.Indicators[0];
        var schema = new IndicatorSchema(
            shipped.Family, shipped.Version, shipped.Title, shipped.Indicators.SetItem(0, first with { Aliases = [.. first.Aliases, Alias] }), shipped.Units,
            shipped.Contrasts, shipped.Synonyms);
        FamilyMemory memory = ShippedModel.Model.MemoryOf(schema.Family);

        var index = SchemaIndex.With(schema, memory.Wordings, memory.Foreign);

        string key = index.Labels.Read(Alias, "").Key;
        Assert.Contains(index.Wordings, w => w.Indicator == 0 && w.Key == key);
    }

    [Theory]
    [InlineData("?")]
    [InlineData("#\tno such code")]
    [InlineData("w\tkhóa trước chỉ tiêu\t\t0\t")]
    [InlineData("a\tkhóa\t99:1")]
    [InlineData("a\tkhóa\t0:g")]
    [InlineData("a\tkhóa\t0")]
    public void A_damaged_line_is_named(string line)
    {
        IndicatorSchema schema = FamilyCatalog.Load(FamilyCatalog.Names[0]);
        string file = KnownWordingsFile.Write(KnownWordings.Read(new IndicatorSchema("none", 1, new LocalText("", ""), [], []), [], []), schema, 7);

        InvalidDataException damaged = Assert.Throws<InvalidDataException>(() => KnownWordingsFile.Read(Encoding.UTF8.GetBytes(file.Replace("\nk\n", $"\n{line}\nk\n", StringComparison.Ordinal)), schema, 7));

        Assert.Contains("damaged", damaged.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_ends_too_soon_is_told()
    {
        IndicatorSchema schema = FamilyCatalog.Load(FamilyCatalog.Names[0]);
        string file = KnownWordingsFile.Write(KnownWordings.Read(schema, [], []), schema, 7);

        Assert.Throws<InvalidDataException>(() => KnownWordingsFile.Read(Encoding.UTF8.GetBytes(file[..(file.Length / 2)].Split("\nk\n")[0]), schema, 7));
    }

    private static ulong StatedSlots(Wording wording) =>
        wording.Contrasts.Select((value, slot) => value == 0 ? 0 : 1UL << slot).Aggregate(0UL, static (all, slot) => all | slot);
}
