using System.Security.Cryptography;

namespace Extractor;

/// <summary>A file as it was received: its bytes and the name the sender gave.</summary>
/// <param name="Name">Metadata only; never used as a path and never trusted for the type.</param>
/// <param name="Bytes">The whole content, so that detection and reading never fight over a stream.</param>
public sealed record SourceFile(string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Called after each part (a page, a stage) is done, so that whoever watches can tell slow from stuck. Must be quick.</summary>
    public Action? Progressed { get; init; }

    /// <summary>Called when a stage is done, for whoever measures where the time goes. Must be quick.</summary>
    public Action<ExtractionStage>? StageEnded { get; init; }

    /// <summary>SHA-256 of the bytes as 64 lower-case hexadecimal digits.</summary>
    public string ComputeSha256() => Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));
}
