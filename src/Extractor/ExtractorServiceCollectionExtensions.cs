using Extractor.Ingest;
using Extractor.Mapping;
using Extractor.Mapping.Learned;
using Extractor.Models;
using Extractor.Scoring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Extractor;

/// <summary>Registers the extractor with a host.</summary>
public static class ExtractorServiceCollectionExtensions
{
    /// <summary>Adds the pipeline and the report families that ship with the product; formats are added to the builder.</summary>
    public static IExtractorBuilder AddExtractor(this IServiceCollection services, Action<ExtractorOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<ExtractorOptions>().Configure(options => configure?.Invoke(options)).ValidateOnStart();
        if (services.All(d => d.ServiceType != typeof(IndicatorSchema)))
        {
            foreach (string family in FamilyCatalog.Names)
            {
                services.AddSingleton(_ => FamilyCatalog.Load(family));
            }
        }

        services.TryAddSingleton<DocumentIngest>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ExtractorOptions>, ExtractorOptionsCheck>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ExtractorOptions>, MappingModelCheck>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ExtractorOptions>, ConfidenceModelCheck>());
        services.TryAddSingleton(provider => ConfidenceModelFile.ReadChosen(provider.GetRequiredService<IOptions<ExtractorOptions>>().Value.ConfidenceModelFile));
        services.TryAddSingleton<IRowMapper>(provider => new LearnedRowMapper(
            MappingModelFile.ReadChosen(provider.GetRequiredService<IOptions<ExtractorOptions>>().Value.MappingModelFile)));
        services.TryAddSingleton(CreatePipeline);
        return new Builder(services);
    }

    // What was learned is read on one processor while another reads the families.
    private static ExtractionPipeline CreatePipeline(IServiceProvider provider)
    {
        ExtractorOptions options = provider.GetRequiredService<IOptions<ExtractorOptions>>().Value;
        Task<IRowMapper> mapper = Task.Run(provider.GetRequiredService<IRowMapper>);
        IndicatorSchema[] schemas = [.. provider.GetServices<IndicatorSchema>()];
        var pipeline = new ExtractionPipeline(
            provider.GetRequiredService<DocumentIngest>(), mapper.GetAwaiter().GetResult(), provider.GetRequiredService<ConfidenceModel>(), schemas, options);
        pipeline.PrepareAside();
        return pipeline;
    }

    private sealed record Builder(IServiceCollection Services) : IExtractorBuilder;
}
