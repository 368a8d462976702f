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

    /// <summary>Whether files that wait are read like any other.</summary>
    public bool IsQuick { get; set; }

    /// <summary>What users are told about every file that fails.</summary>
    public static LocalText Text { get; } = new("Thông báo tiếng Việt.", "English message.");

    public bool CanRead(SourceFile file) => Encoding.UTF8.GetString(file.Bytes.Span).StartsWith("fake", StringComparison.Ordinal);

    public Document Read(SourceFile file, CancellationToken cancellationToken)
    {
        string order = Encoding.UTF8.GetString(file.Bytes.Span).Split(' ')[1];
        switch (order)
        {
            case "encrypted":
                throw new EncryptedFileException(Text);
            case "damaged":
                throw new DamagedFileException(Text);
            case "limit":
                throw new LimitExceededException("MaxPages", Text);
            case "timeout" or "out-of-memory" or "quarantined":
                throw new FailureException(order);
            case "bug":
                throw new InvalidOperationException("a secret of the inside");
            case "slow" when !IsQuick:
                Started.TrySetResult();
                cancellationToken.WaitHandle.WaitOne();
                Cancelled.TrySetResult();
                break;
        }

        cancellationToken.ThrowIfCancellationRequested();
        return new Document { Format = FileFormat.Txt, Blocks = [] };
    }

    /// <summary>A failure only a worker can have.</summary>
    public sealed class FailureException(string code) : Exception
    {
        public string Code { get; } = code;
    }
}
