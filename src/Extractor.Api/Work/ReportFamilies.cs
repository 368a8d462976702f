using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Api.Work;

/// <summary>
/// The report families the workers know, read when a request first asks for them: workers check them at their start, so this process need not. The models
/// are no business of it at all; it never reads a file itself.
/// </summary>
internal sealed class ReportFamilies(IServiceProvider services)
{
    private readonly Lazy<ImmutableArray<IndicatorSchema>> _schemas = new(() => [.. services.GetServices<IndicatorSchema>()]);

    public ImmutableArray<IndicatorSchema> Schemas => _schemas.Value;
}
