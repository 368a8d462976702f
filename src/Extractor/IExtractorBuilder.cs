using Microsoft.Extensions.DependencyInjection;

namespace Extractor;

/// <summary>Adds readers and engines to an extractor; each feature brings its own <c>AddX</c>.</summary>
public interface IExtractorBuilder
{
    /// <summary>Where the features register themselves.</summary>
    IServiceCollection Services { get; }
}
