namespace Extractor.Models;

/// <summary>Words that speak for, or against, a report being of a family.</summary>
/// <param name="Place">Where they stand.</param>
/// <param name="Phrase">The words.</param>
/// <param name="Weight">How much they say; negative against the family.</param>
public sealed record FamilySign(SignPlace Place, string Phrase, double Weight);

/// <summary>Where words stand that tell report families apart.</summary>
public enum SignPlace
{
    /// <summary>Title of the report.</summary>
    Title,

    /// <summary>Title above a table.</summary>
    Caption,

    /// <summary>Header of a table.</summary>
    Heading,
}
