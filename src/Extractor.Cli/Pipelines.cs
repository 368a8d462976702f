using Extractor.Workers;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Cli;

/// <summary>The pipeline with every format the product reads.</summary>
internal static class Pipelines
{
    public static ExtractionPipeline Create()
    {
        var services = new ServiceCollection();
        services.AddExtractor(WorkerModels.Apply).AddDocx().AddPdf().AddText();
        return services.BuildServiceProvider().GetRequiredService<ExtractionPipeline>();
    }
}
