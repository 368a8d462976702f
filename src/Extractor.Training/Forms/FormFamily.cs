using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Training.Forms;

/// <summary>Tells the report family of labelled forms by the codes they use.</summary>
internal static class FormFamily
{
    /// <summary>The family most of the forms belong to.</summary>
    /// <exception cref="InvalidDataException">There is no family.</exception>
    public static IndicatorSchema Of(ImmutableArray<LabelledForm> forms) =>
        FamilyCatalog.Names.Select(FamilyCatalog.Load).MaxBy(schema => forms.Count(f => Has(schema, f)))
            ?? throw new InvalidDataException("There is no report family.");

    /// <summary>Whether a schema has all codes of a form.</summary>
    public static bool Has(IndicatorSchema schema, LabelledForm form) => form.Codes.All(codes => codes.All(c => c is null || schema.Find(c) is not null));
}
