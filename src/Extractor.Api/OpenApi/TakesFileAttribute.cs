namespace Extractor.Api.OpenApi;

/// <summary>Marks an operation whose body is a file, as a form or as it is.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TakesFileAttribute : Attribute
{
    /// <summary>Whether the form may hold several files.</summary>
    public bool Several { get; init; }
}
