using System.Text;

namespace Extractor.Tests.Ingest;

/// <summary>What every reader promises, whatever its format; a new reader inherits these tests before it has code.</summary>
public abstract class DocumentReaderContract
{
    /// <summary>The reader.</summary>
    private protected abstract IDocumentReader Reader { get; }

    /// <summary>A report in the reader's format.</summary>
    private protected abstract SourceFile Sample { get; }

    /// <summary>A report in another format.</summary>
    private protected abstract SourceFile Foreign { get; }

    /// <summary>Whether the format has pages.</summary>
    private protected abstract bool HasPages { get; }

    [Fact]
    public void Content_decides_and_never_the_name()
    {
        Assert.True(Reader.CanRead(Sample with { Name = "x.exe" }));
        Assert.False(Reader.CanRead(Foreign with { Name = Sample.Name }));
        Assert.False(Reader.CanRead(new SourceFile(Sample.Name, ReadOnlyMemory<byte>.Empty)));
    }

    [Fact]
    public void Two_readings_are_the_same()
    {
        Document first = Reader.Read(Sample, CancellationToken.None);
        Document second = Reader.Read(Sample with { Name = "other" }, CancellationToken.None);

        Assert.NotEmpty(first.Blocks);
        Assert.Equal(TextsOf(first), TextsOf(second));
    }

    [Fact]
    public void Texts_are_in_NFC()
    {
        Document document = Reader.Read(Sample, CancellationToken.None);

        Assert.All(TextsOf(document), text => Assert.True(text.IsNormalized(NormalizationForm.FormC), text));
    }

    [Fact]
    public void Words_lie_on_the_pages_of_formats_that_have_pages()
    {
        Document document = Reader.Read(Sample, CancellationToken.None);
        PlacedWord[] words = [.. document.Blocks.SelectMany(PlacedTextsOf).SelectMany(t => t.Words)];

        Assert.Equal(HasPages, !document.Pages.IsEmpty);
        Assert.Equal(HasPages, words.Length > 0);
        Assert.All(words, word =>
        {
            DocumentPage page = document.Pages[word.Page - 1];
            Assert.True(word.Area.X0 >= -2 && word.Area.Y0 >= -2 && word.Area.X1 <= page.Width + 2 && word.Area.Y1 <= page.Height + 2, $"{word}");
        });
    }

    [Fact]
    public void A_caller_who_has_given_up_is_heard()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => Reader.Read(Sample, cancelled.Token));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.95)]
    public void A_file_cut_short_gives_a_document_or_a_named_error(double share)
    {
        SourceFile cut = Sample with { Bytes = Sample.Bytes[..(int)(Sample.Bytes.Length * share)] };

        Exception? error = Record.Exception(() => Reader.Read(cut, CancellationToken.None));

        Assert.True(error is null or UnreadableFileException, error?.ToString());
    }

    [Fact]
    public void Damaged_bytes_give_a_document_or_a_named_error()
    {
        var random = new Random(5);
        for (int run = 0; run < 20; run++)
        {
            byte[] bytes = Sample.Bytes.ToArray();
            for (int i = 0; i < 40; i++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            Exception? error = Record.Exception(() => Reader.Read(Sample with { Bytes = bytes }, CancellationToken.None));

            Assert.True(error is null or UnreadableFileException, error?.ToString());
        }
    }

    private static string[] TextsOf(Document document) => [.. document.Blocks.SelectMany(PlacedTextsOf).Select(t => t.Text)];

    private static IEnumerable<PlacedText> PlacedTextsOf(Block block) => block switch
    {
        TextBlock text => [text.Text],
        TableBlock table => table.Cells.Select(cell => cell.Text),
        _ => throw new InvalidOperationException($"Unknown block {block.GetType().Name}."),
    };
}
