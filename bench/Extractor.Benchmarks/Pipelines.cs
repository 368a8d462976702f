using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Benchmarks;

/// <summary>The pipeline as the hosts build it.</summary>
internal static class Pipelines
{
    public static ExtractionPipeline Create()
    {
        var services = new ServiceCollection();
        services.AddExtractor().AddDocx().AddPdf().AddText();
        return services.BuildServiceProvider().GetRequiredService<ExtractionPipeline>();
    }
}
