using System.Collections.Frozen;
using Extractor.Models;
using Extractor.Validation.Findings;

namespace Extractor.Validation.Structure;

/// <summary>The checks of the printed form by name.</summary>
internal static class FormChecks
{
    private static readonly FrozenDictionary<string, IFormCheck> ByName = new IFormCheck[]
    {
        new CaptionCheck(), new DocumentsListedCheck(), new ExemptRowsCheck(), new IssueDateCheck(), new NumberingCheck(), new SharesCheck(), new UnitClassCheck(),
    }.ToFrozenDictionary(c => c.Name, StringComparer.Ordinal);

    /// <summary>What a rule finds; nothing for checks made elsewhere (cells when they are read, denominators with their quotients).</summary>
    public static IEnumerable<FindingDraft> Of(ReportContent content, SchemaRule rule) =>
        ByName.TryGetValue(rule.Check, out IFormCheck? check) ? check.Check(content, rule) : [];
}
