using System.Collections.Immutable;

namespace Extractor.Workers;

/// <summary>Hands the model files that a host was told to use on to its workers, which read nothing of the host's settings by themselves.</summary>
public static class WorkerModels
{
    private const string Mapping = "EXTRACTOR_MAPPING_MODEL_FILE";
    private const string Confidence = "EXTRACTOR_CONFIDENCE_MODEL_FILE";

    /// <summary>The variables a worker finds its models by; workers run in another folder, so paths are whole.</summary>
    public static ImmutableDictionary<string, string> SettingsOf(ExtractorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var settings = ImmutableDictionary<string, string>.Empty;
        settings = options.MappingModelFile is null ? settings : settings.Add(Mapping, Path.GetFullPath(options.MappingModelFile));
        return options.ConfidenceModelFile is null ? settings : settings.Add(Confidence, Path.GetFullPath(options.ConfidenceModelFile));
    }

    /// <summary>Sets the models that the variables of this process name.</summary>
    public static void Apply(ExtractorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.MappingModelFile = Named(Mapping) ?? options.MappingModelFile;
        options.ConfidenceModelFile = Named(Confidence) ?? options.ConfidenceModelFile;
    }

    private static string? Named(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } path ? path : null;
}
