using Extractor.Ingest.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Extractor;

/// <summary>Teaches an extractor to read plain text.</summary>
public static class TextExtractorBuilderExtensions
{
    /// <summary>Adds the reader of .txt and .md; a second call changes nothing.</summary>
    public static IExtractorBuilder AddText(this IExtractorBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IDocumentReader, PlainTextReader>());

        return builder;
    }
}
