using Extractor.Models;
using Extractor.Workers.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Workers.Tests.Serving;

public sealed class WarmUpTests
{
    private readonly NotingReader _reader = new();
    private readonly ExtractionPipeline _pipeline;

    public WarmUpTests() => _pipeline = new ServiceCollection().AddSingleton<IDocumentReader>(_reader).AddExtractor().Services.BuildServiceProvider()
        .GetRequiredService<ExtractionPipeline>();

    [Fact]
    public void Every_format_is_read_once_while_no_file_waits()
    {
        WarmUp.ReadFirst(_pipeline);
        WarmUp.ReadOthers(_pipeline, () => false);

        Assert.Equal(["report.docx", "report.pdf", "report.txt"], _reader.Read);
    }

    [Fact]
    public void A_file_that_waits_ends_it()
    {
        WarmUp.ReadOthers(_pipeline, () => _reader.Read.Count == 1);

        Assert.Equal(["report.pdf"], _reader.Read);
    }

    [Fact]
    public void A_format_that_cannot_be_read_costs_no_worker_its_life()
    {
        _reader.Failure = new InvalidOperationException("broken");

        WarmUp.ReadOthers(_pipeline, () => false);

        Assert.Equal(["report.pdf"], _reader.Read);
        Assert.Throws<InvalidOperationException>(() => WarmUp.ReadFirst(_pipeline));
    }

    private sealed class NotingReader : IDocumentReader
    {
        public List<string> Read { get; } = [];

        public Exception Failure { get; set; } = new EmptyFileException(new LocalText("", ""));

        public bool CanRead(SourceFile file) => true;

        Document IDocumentReader.Read(SourceFile file, CancellationToken cancellationToken)
        {
            Read.Add(file.Name);
            throw Failure;
        }
    }
}
