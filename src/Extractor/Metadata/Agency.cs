using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Metadata;

/// <summary>An agency as a reader would write it, with the spans that name it.</summary>
/// <param name="Name">"UBND phường Minh Tân", "Sở Nội vụ tỉnh Quảng Ninh".</param>
/// <param name="Unit">Kind and name of the administrative unit in lower case: what tells it from others; empty for a department.</param>
/// <param name="Level">Its level.</param>
/// <param name="Spans">Where it is named.</param>
internal sealed record Agency(string Name, string Unit, AdministrativeLevel Level, ImmutableArray<HeadSpan> Spans);
