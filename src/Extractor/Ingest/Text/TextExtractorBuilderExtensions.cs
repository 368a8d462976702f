using Extractor.Ingest.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Extractor;

/// <summary>Teaches an extractor to read plain text.</summary>
public static class TextExtractorBuilderExtensions
{
    /// <summary>Adds the reader of .txt and .md; a second call changes nothing but the options.</summary>
    public static IExtractorBuilder AddText(this IExtractorBuilder builder, Action<TextOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<TextOptions>().Configure(options => configure?.Invoke(options)).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TextOptions>, TextOptionsCheck>());
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IDocumentReader, PlainTextReader>());

        return builder;
    }
}
