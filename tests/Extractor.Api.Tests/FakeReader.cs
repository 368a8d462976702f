using System.Text;
using Extractor.Models;

namespace Extractor.Api.Tests;

/// <summary>Claims files that begin with "fake" and does what their second word says.</summary>
internal sealed class FakeReader : IDocumentReader
{
    /// <summary>Set when a file that waits has begun to be read.</summary>
    public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Set when the work of a file that waits was cancelled.</summary>
    public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool CanRead(SourceFile file) => Encoding.UTF8.GetString(file.Bytes.Span).StartsWith("fake", StringComparison.Ordinal);

    public Document Read(SourceFile file, CancellationToken cancellationToken)
    {
        var text = new LocalText("Thông báo tiếng Việt.", "English message.");
        switch (Encoding.UTF8.GetString(file.Bytes.Span).Split(' ')[1])
        {
            case "encrypted":
                throw new EncryptedFileException(text);
            case "damaged":
                throw new DamagedFileException(text);
            case "limit":
                throw new LimitExceededException("MaxPages", text);
            case "bug":
                throw new InvalidOperationException("a secret of the inside");
            case "slow":
                Started.TrySetResult();
                cancellationToken.WaitHandle.WaitOne();
                Cancelled.TrySetResult();
                break;
        }

        cancellationToken.ThrowIfCancellationRequested();
        return new Document { Format = FileFormat.Txt, Blocks = [] };
    }
}
