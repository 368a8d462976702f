using System.Collections.Immutable;
using Extractor.Ingest;
using Extractor.Models;
using Extractor.Results;

namespace Extractor;

/// <summary>The whole way from the bytes of a report to its figures.</summary>
public sealed class ExtractionPipeline
{
    private readonly DocumentIngest _ingest;
    private readonly ImmutableArray<IndicatorSchema> _schemas;

    internal ExtractionPipeline(DocumentIngest ingest, IEnumerable<IndicatorSchema> schemas)
    {
        _ingest = ingest;
        _schemas = [.. schemas];
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
        Document document = _ingest.Read(file, cancellationToken);
        return ResultAssembler.Assemble(file, document, schema, Unstated, [], [], request.Language);
    }

    private static ReportHead Unstated => new(
        Stated.Missing<string>(), Stated.Missing<string>(), Stated.Missing<string>(), Stated.Missing<string>(), Stated.Missing<DateOnly?>(),
        Stated.Missing<ReportPeriod>(), Stated.Missing<AdministrativeLevel?>(), Stated.Missing<string>(), Stated.Missing<string>(),
        new Stated<ImmutableArray<string>>([], Confidence.None, []));

    private IndicatorSchema SchemaFor(ExtractionRequest request) =>
        request.Family is null
            ? _schemas[0]
            : _schemas.FirstOrDefault(s => s.Family == request.Family)
                ?? throw new ArgumentException($"There is no report family '{request.Family}'.", nameof(request));
}
