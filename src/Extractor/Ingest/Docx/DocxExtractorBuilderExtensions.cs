using Extractor.Ingest.Docx;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Extractor;

/// <summary>Teaches an extractor to read word processing documents.</summary>
public static class DocxExtractorBuilderExtensions
{
    /// <summary>Adds the reader of .docx, .docm, .dotx and .dotm; a second call changes nothing but the options.</summary>
    public static IExtractorBuilder AddDocx(this IExtractorBuilder builder, Action<DocxOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<DocxOptions>().Configure(options => configure?.Invoke(options)).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DocxOptions>, DocxOptionsCheck>());
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IDocumentReader, DocxReader>());

        return builder;
    }
}
