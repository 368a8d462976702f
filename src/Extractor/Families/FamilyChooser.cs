using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Families;

/// <summary>The family a document is read as.</summary>
/// <param name="Schema">Its schema.</param>
/// <param name="IsFounded">Whether the caller named it or the content speaks for it; otherwise it is only the first.</param>
/// <param name="Warnings">What is doubtful about the choice.</param>
internal sealed record FamilyChoice(IndicatorSchema Schema, bool IsFounded, ImmutableArray<DocumentWarning> Warnings);

/// <summary>Chooses the report family of a document by its title, its tables' captions and headings, and the names of its rows.</summary>
internal static class FamilyChooser
{
    /// <summary>Evidence below which a document is of no family known.</summary>
    private const double LeastEvidence = 1.5;

    /// <summary>Lead below which the choice is doubtful.</summary>
    private const double LeastLead = 1;

    /// <summary>The family; the first one where nothing speaks for any.</summary>
    public static FamilyChoice Choose(Document document, string? title, ImmutableArray<IndicatorSchema> schemas)
    {
        if (schemas.Length == 1)
        {
            return new FamilyChoice(schemas[0], true, []);
        }

        var evidence = FamilyEvidence.Of(document, title);
        (IndicatorSchema? best, double most, IndicatorSchema? next, double second) = (null, double.MinValue, null, double.MinValue);
        foreach (IndicatorSchema schema in schemas)
        {
            double score = FamilyProfile.For(schema).Score(evidence);
            if (score > most)
            {
                (best, most, next, second) = (schema, score, best, most);
            }
            else if (score > second)
            {
                (next, second) = (schema, score);
            }
        }

        return most < LeastEvidence
            ? new FamilyChoice(schemas[0], false, [])
            : new FamilyChoice(best!, true, second >= LeastEvidence && most - second < LeastLead ? [Doubt(best!, next!)] : []);
    }

    private static DocumentWarning Doubt(IndicatorSchema best, IndicatorSchema next) => new("report.familyUncertain", new LocalText(
        $"Tài liệu được đọc là “{best.Title.Vi}” nhưng cũng giống “{next.Title.Vi}”; nếu sai hãy chỉ định loại báo cáo.",
        $"The document was read as “{best.Title.En}” but looks like “{next.Title.En}” too; name the family if this is wrong."));
}
