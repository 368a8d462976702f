using System.Collections.Immutable;
using Extractor.Ingest;
using Extractor.Mapping;
using Extractor.Metadata;
using Extractor.Models;
using Extractor.Narrative;
using Extractor.Normalisation;
using Extractor.Results;
using Extractor.Scoring;
using Extractor.Tables;
using Extractor.Validation;

namespace Extractor;

/// <summary>The whole way from the bytes of a report to its figures.</summary>
public sealed class ExtractionPipeline
{
    private readonly DocumentIngest _ingest;
    private readonly IRowMapper _mapper;
    private readonly ImmutableArray<IndicatorSchema> _schemas;
    private readonly ExtractorOptions _options;
    private readonly ReportValidator _validator;

    internal ExtractionPipeline(DocumentIngest ingest, IRowMapper mapper, IEnumerable<IndicatorSchema> schemas, ExtractorOptions options)
    {
        IcuGuard.Require();
        _ingest = ingest;
        _mapper = mapper;
        _schemas = [.. schemas];
        _options = options;
        _validator = new ReportValidator(options.Validation);
    }

    /// <summary>Report families this pipeline knows.</summary>
    public ImmutableArray<IndicatorSchema> Schemas => _schemas;

    /// <summary>Reads a report. Calls may run side by side.</summary>
    /// <exception cref="UnreadableFileException">The file gives no result; the type says why.</exception>
    /// <exception cref="ArgumentException">The request names an unknown family.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public ExtractionResult Extract(SourceFile file, ExtractionRequest? request = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        request ??= ExtractionRequest.Default;
        IndicatorSchema schema = SchemaFor(request);
        Document document = DocumentNormaliser.Normalise(_ingest.Read(file, cancellationToken));
        DocumentSize.Check(document, _options);
        EndStage(file, cancellationToken);
        ImmutableArray<StatisticalTable> tables = StatisticalTableFinder.Find(document, schema);
        ImmutableArray<RowChoice> choices = ReadingTrust.Lower(_mapper.Map(tables, schema, cancellationToken), document.Warnings);
        EndStage(file, cancellationToken);
        ReportHead head = ReportHeadReader.Read(document);
        IReadOnlyList<Statement> statements = StatementReader.Read(document, choices, FactFinder.Find(document, schema, head.Period.Value));
        EndStage(file, cancellationToken);
        ValidationReport validation = _validator.Validate(new ReportContent(document, head, tables, choices, statements), schema);

        return ResultAssembler.Assemble(file, document, schema, head, choices, statements, validation, request.Language);
    }

    private static void EndStage(SourceFile file, CancellationToken cancellationToken)
    {
        file.Progressed?.Invoke();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private IndicatorSchema SchemaFor(ExtractionRequest request) =>
        request.Family is null
            ? _schemas[0]
            : _schemas.FirstOrDefault(s => s.Family == request.Family)
                ?? throw new ArgumentException($"There is no report family '{request.Family}'.", nameof(request));
}
