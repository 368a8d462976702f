using System.Collections.Immutable;
using Extractor.Families;
using Extractor.Ingest;
using Extractor.Mapping;
using Extractor.Mapping.Crossed;
using Extractor.Metadata;
using Extractor.Models;
using Extractor.Narrative;
using Extractor.Normalisation;
using Extractor.Results;
using Extractor.Scoring;
using Extractor.Tables;
using Extractor.Validation;
using Extractor.Validation.Engine;
using Extractor.Validation.Items;

namespace Extractor;

/// <summary>The whole way from the bytes of a report to its figures.</summary>
public sealed class ExtractionPipeline
{
    private readonly DocumentIngest _ingest;
    private readonly IRowMapper _mapper;
    private readonly ConfidenceModel _confidence;
    private readonly ImmutableArray<IndicatorSchema> _schemas;
    private readonly ExtractorOptions _options;
    private readonly ReportValidator _validator;

    internal ExtractionPipeline(
        DocumentIngest ingest, IRowMapper mapper, ConfidenceModel confidence, IEnumerable<IndicatorSchema> schemas, ExtractorOptions options)
    {
        IcuGuard.Require();
        _ingest = ingest;
        _mapper = mapper;
        _confidence = confidence;
        _schemas = [.. schemas];
        _options = options;
        _validator = new ReportValidator(options.Validation, confidence.Slips);
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
        IndicatorSchema? named = SchemaNamed(request);
        Document document = DocumentNormaliser.Normalise(_ingest.Read(file, cancellationToken));
        DocumentSize.Check(document, _options);
        EndStage(ExtractionStage.Read, file, cancellationToken);
        HeadText text = HeadText.Of(document);
        ReportHead head = ReportHeadReader.Read(text);
        FamilyChoice family = named is null ? FamilyChooser.Choose(document, head.Title.Value, _schemas) : new FamilyChoice(named, true, []);
        IndicatorSchema schema = family.Schema;
        ImmutableArray<MappedTable> crossed = CrossedTableFinder.Find(document, schema, _mapper, cancellationToken);
        ImmutableArray<StatisticalTable> tables = StatisticalTableFinder.Find(document, schema, [.. crossed.Select(t => t.Table.Index)]);
        ImmutableArray<RowChoice> choices = ReadingTrust.Lower(_mapper.Map(tables, schema, cancellationToken), document.Warnings);
        EndStage(ExtractionStage.Map, file, cancellationToken);
        IReadOnlyList<Statement> statements =
            StatementReader.Read(document, choices, crossed, FactFinder.Find(document, schema, head.Period.Value));
        EndStage(ExtractionStage.Values, file, cancellationToken);
        ImmutableArray<ItemReport> items = ItemValidation.Validate(_validator, new ReportContent(document, text, head, tables, choices, statements), schema);
        ExtractionResult result = ResultAssembler.Assemble(file, document, family, head, choices, crossed, items, _confidence, request);
        EndStage(ExtractionStage.Check, file, cancellationToken);
        return result;
    }

    /// <summary>
    /// Starts to prepare what rows are compared with: a cold process does so on one processor while another reads the file. Most reports are of the first
    /// family; what goes wrong here goes wrong again, and is told, where it is needed.
    /// </summary>
    internal void PrepareAside()
    {
        if (Environment.ProcessorCount > 1 && _schemas is [IndicatorSchema schema, ..])
        {
            _ = Task.Run(() =>
            {
                _mapper.Prepare(schema);
                ProseIndex.For(schema);
                CompiledRules.For(schema);
            });
        }
    }

    private static void EndStage(ExtractionStage stage, SourceFile file, CancellationToken cancellationToken)
    {
        file.Progressed?.Invoke();
        file.StageEnded?.Invoke(stage);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private IndicatorSchema? SchemaNamed(ExtractionRequest request) =>
        request.Family is null
            ? null
            : _schemas.FirstOrDefault(s => s.Family == request.Family)
                ?? throw new ArgumentException($"There is no report family '{request.Family}'.", nameof(request));
}
