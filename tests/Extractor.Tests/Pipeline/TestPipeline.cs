using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Tests.Pipeline;

/// <summary>The pipeline as the hosts build it, shared by the tests; it keeps no state between calls.</summary>
internal static class TestPipeline
{
    private static readonly Lazy<ExtractionPipeline> Instance = new(() =>
    {
        var services = new ServiceCollection();
        services.AddExtractor().AddDocx().AddPdf().AddText();
        return services.BuildServiceProvider().GetRequiredService<ExtractionPipeline>();
    });

    public static ExtractionPipeline Shared => Instance.Value;
}
