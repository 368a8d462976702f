using Extractor.Mapping.Learned;
using Microsoft.Extensions.Options;

namespace Extractor;

/// <summary>Refuses a host whose mapping model cannot be used when it starts, not when the first report arrives.</summary>
internal sealed class MappingModelCheck : IValidateOptions<ExtractorOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ExtractorOptions options)
    {
        if (options.MappingModelFile is null)
        {
            return ValidateOptionsResult.Success;
        }

        try
        {
            MappingModelFile.ReadFile(options.MappingModelFile);
            return ValidateOptionsResult.Success;
        }
        catch (MappingModelException exception)
        {
            return ValidateOptionsResult.Fail($"{exception.Text.Vi} {exception.Text.En}");
        }
    }
}
