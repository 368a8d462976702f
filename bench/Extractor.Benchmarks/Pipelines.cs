using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Benchmarks;

/// <summary>The pipeline as the hosts build it.</summary>
internal static class Pipelines
{
    public static ExtractionPipeline Create() => Services().GetRequiredService<ExtractionPipeline>();

    public static ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddExtractor().AddDocx().AddPdf().AddText();
        return services.BuildServiceProvider();
    }
}
