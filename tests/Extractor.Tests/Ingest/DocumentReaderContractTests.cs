using Extractor.Ingest.Docx;
using Extractor.Ingest.Pdf;
using Extractor.Ingest.Text;
using Extractor.Models;
using Microsoft.Extensions.Options;

namespace Extractor.Tests.Ingest;

public sealed class DocxReaderContractTests : DocumentReaderContract
{
    private protected override IDocumentReader Reader { get; } = new DocxReader(Options.Create(new DocxOptions()));

    private protected override SourceFile Sample => Fixtures.Open("hoang-thanh-2021-9m", ".docx");

    private protected override SourceFile Foreign => Fixtures.Open("hoang-thanh-2021-9m", ".pdf");

    private protected override bool HasPages => false;
}

public sealed class PdfReaderContractTests : DocumentReaderContract
{
    private protected override IDocumentReader Reader { get; } = new PdfReader(Options.Create(new PdfReaderOptions()));

    private protected override SourceFile Sample => Fixtures.Open("hoang-thanh-2021-9m", ".pdf");

    private protected override SourceFile Foreign => Fixtures.Open("hoang-thanh-2021-9m", ".docx");

    private protected override bool HasPages => true;
}

public sealed class PlainTextReaderContractTests : DocumentReaderContract
{
    private protected override IDocumentReader Reader { get; } = new PlainTextReader([FamilyCatalog.Load("cchc")], Options.Create(new TextOptions()));

    private protected override SourceFile Sample => Fixtures.Open("hoang-thanh-2021-9m", ".txt");

    private protected override SourceFile Foreign => Fixtures.Open("hoang-thanh-2021-9m", ".pdf");

    private protected override bool HasPages => false;
}
