using Extractor.Workers;

namespace Extractor.Api.Problems;

/// <summary>Ends a request whose file gave no result.</summary>
internal sealed class FailedFileException(FileFailure failure) : Exception(failure.Detail ?? failure.Text.En)
{
    public FileFailure Failure { get; } = failure;
}
