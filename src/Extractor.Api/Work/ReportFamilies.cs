using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Api.Work;

/// <summary>The report families the workers know. The models they read with are no business of this process, which never reads a file itself: loading them would only make its start longer.</summary>
internal sealed class ReportFamilies(IEnumerable<IndicatorSchema> schemas)
{
    public ImmutableArray<IndicatorSchema> Schemas { get; } = [.. schemas];
}
