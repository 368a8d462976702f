using System.Collections.Immutable;
using System.Globalization;
using Extractor.Families;
using Extractor.Ingest;
using Extractor.Mapping;
using Extractor.Mapping.Crossed;
using Extractor.Metadata;
using Extractor.Models;
using Extractor.Narrative;
using Extractor.Normalisation;
using Extractor.Pdf;
using Extractor.Results;
using Extractor.Scoring;
using Extractor.Tables;
using Extractor.Validation;
using Extractor.Validation.Items;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Benchmarks;

/// <summary>Time and memory of each stage of the pipeline, to see where a report spends them.</summary>
internal static class Stages
{
    public static int Run(string path, int times)
    {
        SourceFile file = RepeatedReport.Make(path, times);
        ServiceProvider services = Pipelines.Services();
        ExtractionPipeline pipeline = services.GetRequiredService<ExtractionPipeline>();
        IRowMapper mapper = services.GetRequiredService<IRowMapper>();
        DocumentIngest ingest = services.GetRequiredService<DocumentIngest>();
        if (times < 10)
        {
            Measurement.Warm(() => ExtractorJson.Serialize(pipeline.Extract(file)));
        }

        int runs = Math.Max(1, 21 / times);
        if (path.EndsWith(".pdf", StringComparison.Ordinal))
        {
            Print("glyphs and rulings", runs, () => ReadPages(file.Bytes));
        }

        Document read = Print("ingest", runs, () => ingest.Read(file, CancellationToken.None));
        Document document = Print("normalise", runs, () => DocumentNormaliser.Normalise(read));
        HeadText text = Print("lay out prose", runs, () => HeadText.Of(document));
        ReportHead head = Print("read head", runs, () => ReportHeadReader.Read(text));
        FamilyChoice family = Print("choose family", runs, () => FamilyChooser.Choose(document, head.Title.Value, pipeline.Schemas));
        IndicatorSchema schema = family.Schema;
        var crossed = Print("crossed tables", runs, () => CrossedTableFinder.Find(document, schema, mapper, CancellationToken.None));
        var tables = Print("find tables", runs, () => StatisticalTableFinder.Find(document, schema, [.. crossed.Select(t => t.Table.Index)]));
        ImmutableArray<RowChoice> choices = Print("map rows", runs, () => mapper.Map(tables, schema));
        var facts = Print("find facts", runs, () => FactFinder.Find(document, schema));
        IReadOnlyList<Statement> statements = Print("read values", runs, () => StatementReader.Read(document, choices, crossed, facts));
        var validator = new ReportValidator(new ValidationOptions());
        var content = new ReportContent(document, text, head, tables, choices, statements);
        var items = Print("check rules", runs, () => ItemValidation.Validate(validator, content, schema));
        var confidence = ConfidenceModelFile.ReadEmbedded();
        ExtractionResult result = Print(
            "assemble", runs, () => ResultAssembler.Assemble(file, document, family, head, choices, crossed, items, confidence, ExtractionRequest.Default));
        Print("to JSON", runs, () => ExtractorJson.Serialize(result));
        Print("all", runs, () => ExtractorJson.Serialize(pipeline.Extract(file)));
        return 0;
    }

    private static T Print<T>(string stage, int runs, Func<T> work)
    {
        T result = work();
        Measurement measured = Measurement.Of(() => result = work(), runs);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage,-20} {measured.Time.Clock.Median,9:0.00} ms {measured.Time.Computing.Median,9:0.00} ms computing, least {measured.Time.Computing.Least,9:0.00} {measured.MebibytesAllocated,8:0.00} MiB"));
        return result;
    }

    private static long ReadPages(ReadOnlyMemory<byte> bytes)
    {
        PdfDocument pdf = PdfDocument.Open(bytes);
        long glyphs = 0;
        for (int number = 1; number <= pdf.PageCount; number++)
        {
            glyphs += pdf.ReadPage(number).Glyphs.Length;
        }

        return glyphs;
    }
}
