namespace Extractor.Metadata;

/// <summary>Number and date that an appendix gives of the report it belongs to.</summary>
/// <param name="Number">The number; null where it is blank.</param>
/// <param name="Date">The date; null where a part is blank.</param>
internal readonly record struct AppendixReference(string? Number, DateOnly? Date);

/// <summary>Reads the captions that tie appendices to a report.</summary>
internal static class AppendixReferences
{
    /// <summary>One for each caption of the document, in order.</summary>
    public static IEnumerable<AppendixReference> Of(HeadText head) =>
        [.. head.Lines.Where(line => AppendixCaption.IsOne(head.TokensOf(line)))
            .Select(line => new AppendixReference(DocumentNumberReader.InCaption(head, line), IssueDateReader.Find(head, [line])?.Value))];
}
