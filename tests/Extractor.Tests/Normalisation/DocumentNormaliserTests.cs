using System.Collections.Immutable;
using Extractor.Models;
using Extractor.Normalisation;

namespace Extractor.Tests.Normalisation;

public class DocumentNormaliserTests
{
    [Fact]
    public void A_clean_document_comes_back_as_it_is()
    {
        Document document = DocumentOf("Số lượng hồ sơ đã tiếp nhận: 479");

        Assert.Same(document, DocumentNormaliser.Normalise(document));
    }

    [Fact]
    public void Look_alike_letters_are_mended_one_for_one_and_counted()
    {
        var word = new PlacedWord(0, 5, 1, new Box(0, 0, 10, 10));
        var document = new Document
        {
            Format = FileFormat.Pdf,
            Blocks =
            [
                new TextBlock(new PlacedText("ngƣời Ðiện", [word]), TextStyle.Plain),
                new TableBlock(1, 1, [new TableCell(0, 0, new PlacedText("đƣợc"))]),
            ],
            Notes = [new Note("1", new PlacedText("lƣu"))],
        };

        Document normal = DocumentNormaliser.Normalise(document);

        PlacedText text = ((TextBlock)normal.Blocks[0]).Text;
        Assert.Equal("người Điện", text.Text);
        Assert.Equal(word, Assert.Single(text.Words));
        Assert.Equal("được", ((TableBlock)normal.Blocks[1])[0, 0]!.Text.Text);
        Assert.Equal("lưu", normal.Notes[0].Text.Text);
        DocumentWarning warning = Assert.Single(normal.Warnings);
        Assert.Equal("text.mended", warning.Code);
        Assert.StartsWith("4 ", warning.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Decomposed_words_are_composed_and_keep_their_places()
    {
        var area = new Box(0, 0, 10, 10);
        string text = "số hồ".Normalize(System.Text.NormalizationForm.FormD);
        int second = text.IndexOf('h', StringComparison.Ordinal);
        Document document = DocumentOf(new PlacedText(
            text, [new PlacedWord(0, second - 1, 1, area), new PlacedWord(second, text.Length - second, 2, area)]));

        PlacedText normal = ((TextBlock)DocumentNormaliser.Normalise(document).Blocks[0]).Text;

        Assert.Equal("số hồ", normal.Text);
        Assert.Equal([(0, 2, 1), (3, 2, 2)], normal.Words.Select(w => (w.Start, w.Length, w.Page)));
    }

    [Theory]
    [InlineData("TCVN3 (.VnTime)")]
    [InlineData("VNI-Windows")]
    public void Text_of_a_legacy_font_is_reported_and_left_alone(string kind)
    {
        string legacy = string.Join(' ', Enumerable.Repeat(LegacySample(kind), 40));

        Document normal = DocumentNormaliser.Normalise(DocumentOf(legacy));

        Assert.Equal("text.legacyEncoding", Assert.Single(normal.Warnings).Code);
        Assert.Equal(legacy, ((TextBlock)normal.Blocks[0]).Text.Text);
    }

    [Fact]
    public void A_ruined_text_layer_is_reported()
    {
        string ruined = string.Join(' ', Enumerable.Repeat("Sx lưmng hj sw đn tipp nhnn trzc tuyfn", 20));

        Assert.Equal("text.ruined", Assert.Single(DocumentNormaliser.Normalise(DocumentOf(ruined)).Warnings).Code);
    }

    [Fact]
    public void A_document_in_another_language_is_not_called_ruined()
    {
        string english = string.Join(' ', Enumerable.Repeat("The quarterly statement lists revenue and strong growth in every segment", 20));

        Assert.Equal("text.notVietnamese", Assert.Single(DocumentNormaliser.Normalise(DocumentOf(english)).Warnings).Code);
    }

    [Fact]
    public void Real_reports_are_nearly_all_syllables()
    {
        foreach (string path in Directory.EnumerateFiles(Fixtures.Root, "*.txt", SearchOption.AllDirectories).Where(p => !p.EndsWith(".golden.txt", StringComparison.Ordinal)))
        {
            var census = new SyllableCensus();
            census.Add(NfcText.Of(LookAlikes.Mend(File.ReadAllText(path))));

            Assert.InRange(census.ValidShare, 0.995, 1);
        }
    }

    [Fact]
    public void A_rewritten_document_loses_nothing()
    {
        var document = new Document
        {
            Format = FileFormat.Pdf,
            Pages = [new DocumentPage(1, 2, 3)],
            Blocks = [new TextBlock(PlacedText.Empty, TextStyle.Plain)],
            Notes = [new Note("1", PlacedText.Empty)],
            Furniture = [PlacedText.Empty],
            Warnings = [new DocumentWarning("a", new LocalText("b", "c"))],
            Unread = [new DocumentGap(1, "a", new LocalText("b", "c"))],
        };

        Document copy = DocumentTexts.Rewrite(document, text => text, document.Warnings);

        foreach (var property in typeof(Document).GetProperties())
        {
            if (property.GetValue(document) is System.Collections.IEnumerable list)
            {
                Assert.Single(list);
                Assert.Single((System.Collections.IEnumerable)property.GetValue(copy)!);
            }
            else
            {
                Assert.Equal(property.GetValue(document), property.GetValue(copy));
            }
        }
    }

    [Theory]
    [InlineData("nghiêng", true)]
    [InlineData("Quyết", true)]
    [InlineData("giếng", true)]
    [InlineData("UỶ", true)]
    [InlineData("khoẻ", true)]
    [InlineData("ngƣời", false)]
    [InlineData("Céng", true)]
    [InlineData("ViÖt", false)]
    [InlineData("strong", false)]
    [InlineData("", false)]
    public void Syllables_are_told_by_their_spelling(string word, bool isSyllable)
    {
        Assert.Equal(isSyllable, VietnameseText.IsSyllable(word));
    }

    [Fact]
    public void Missing_normalisation_is_an_error_that_says_what_to_install()
    {
        IcuGuard.Require();

        var error = Assert.Throws<InvalidOperationException>(() => IcuGuard.Require("e\u0302\u0301", "\u1EBF"));
        Assert.Contains("libicu", error.Message, StringComparison.Ordinal);
    }

    private static string LegacySample(string kind) =>
        CsvTable.Read(File.ReadAllText(Path.Combine(Fixtures.Root, "vietnamese", "encoding_test_pairs.csv")))
            .First(row => row["kind"] == kind)["legacy_as_extracted"];

    private static Document DocumentOf(string text) => DocumentOf(new PlacedText(text));

    private static Document DocumentOf(PlacedText text) =>
        new() { Format = FileFormat.Pdf, Blocks = ImmutableArray.Create<Block>(new TextBlock(text, TextStyle.Plain)) };
}
