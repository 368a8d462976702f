using Extractor.Ingest.Pdf;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Extractor;

/// <summary>Teaches an extractor to read PDF files.</summary>
public static class PdfExtractorBuilderExtensions
{
    /// <summary>Adds the reader of PDF files with a text layer; a second call changes nothing but the options.</summary>
    public static IExtractorBuilder AddPdf(this IExtractorBuilder builder, Action<PdfReaderOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<PdfReaderOptions>().Configure(options => configure?.Invoke(options)).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PdfReaderOptions>, PdfReaderOptionsCheck>());
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IDocumentReader, PdfReader>());

        return builder;
    }
}
