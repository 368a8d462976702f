using Extractor.Results;
using Extractor.Values;

namespace Extractor.Validation.Findings;

/// <summary>Passes on what was odd about single cells when they were read.</summary>
internal static class NotationFindings
{
    /// <summary>One finding for each oddity, in the order of the rows.</summary>
    public static IEnumerable<FindingDraft> Of(IReadOnlyList<Statement> statements)
    {
        foreach (Statement.OfRow row in statements.OfType<Statement.OfRow>())
        {
            foreach (ReadingIssue issue in row.Reading.Issues)
            {
                yield return new FindingDraft(issue.Rule, issue.Severity, issue.Message, [row.Indicator.Code]) { Stated = issue.Stated, Derived = issue.Derived };
            }
        }
    }
}
