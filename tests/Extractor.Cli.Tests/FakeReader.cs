using System.Text;
using Extractor.Models;

namespace Extractor.Cli.Tests;

/// <summary>Reads files whose first word says what happens, so that the program can be tested without any format.</summary>
internal sealed class FakeReader : IDocumentReader
{
    /// <summary>Called when a file asks for it; lets a test interrupt the run from inside.</summary>
    public Action? OnSignal { get; init; }

    public bool CanRead(SourceFile file) => !Encoding.UTF8.GetString(file.Bytes.Span).StartsWith("picture", StringComparison.Ordinal);

    public Document Read(SourceFile file, CancellationToken cancellationToken)
    {
        string content = Encoding.UTF8.GetString(file.Bytes.Span);
        switch (content.Split(' ')[0])
        {
            case "locked":
                throw new EncryptedFileException(new LocalText("Tệp có mật khẩu.", "The file has\na password."));
            case "bug":
                throw new InvalidOperationException("not meant to happen");
            case "slow":
                cancellationToken.WaitHandle.WaitOne();
                break;
            case "signal":
                OnSignal?.Invoke();
                break;
        }

        cancellationToken.ThrowIfCancellationRequested();
        return new Document { Format = FileFormat.Txt, Blocks = [new TextBlock(new PlacedText(content), TextStyle.Plain)] };
    }
}
