using Extractor.Models;
using Extractor.Validation.Findings;

namespace Extractor.Validation.Structure;

/// <summary>A check of the printed form or of the head of a report.</summary>
internal interface IFormCheck
{
    /// <summary>Name by which a family's rules ask for it.</summary>
    string Name { get; }

    /// <summary>What is out of order; nothing where all is well or cannot be told.</summary>
    IEnumerable<FindingDraft> Check(ReportContent content, SchemaRule rule);
}
