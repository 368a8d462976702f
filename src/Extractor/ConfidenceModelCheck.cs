using Extractor.Scoring;
using Microsoft.Extensions.Options;

namespace Extractor;

/// <summary>Refuses a host whose confidence model cannot be used when it starts, not when the first report arrives.</summary>
internal sealed class ConfidenceModelCheck : IValidateOptions<ExtractorOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ExtractorOptions options)
    {
        if (options.ConfidenceModelFile is null)
        {
            return ValidateOptionsResult.Success;
        }

        try
        {
            ConfidenceModelFile.ReadFile(options.ConfidenceModelFile);
            return ValidateOptionsResult.Success;
        }
        catch (ConfidenceModelException exception)
        {
            return ValidateOptionsResult.Fail($"{exception.Text.Vi} {exception.Text.En}");
        }
    }
}
