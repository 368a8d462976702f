using Extractor.Models;

namespace Extractor.Workers.Frames;

/// <summary>Why a file gave no result.</summary>
/// <param name="Failure">What the caller is told.</param>
/// <param name="IsSpent">Whether the worker must not read another file.</param>
/// <param name="Memory">Bytes the worker holds.</param>
internal sealed record FailureFrame(FileFailure Failure, bool IsSpent, long Memory)
{
    private const int MostTextLength = 4000;

    public ReadOnlyMemory<byte> Write() => new PayloadWriter()
        .Number(Memory).Byte(IsSpent ? (byte)1 : (byte)0)
        .Text(Failure.Code).Text(Cut(Failure.Text.Vi)).Text(Cut(Failure.Text.En)).Text(Cut(Failure.Limit)).Text(Cut(Failure.Detail))
        .Finish(FrameKind.Failure);

    public static FailureFrame Read(ReadOnlyMemory<byte> payload)
    {
        var reader = new PayloadReader(payload);
        long memory = reader.Number();
        bool isSpent = reader.Byte() == 1;
        string code = reader.Text() ?? throw new BrokenFrameException("a failure without a code");
        var text = new LocalText(reader.Text() ?? "", reader.Text() ?? "");
        return new FailureFrame(new FileFailure(code, text) { Limit = reader.Text(), Detail = reader.Text() }, isSpent, memory);
    }

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    private static string? Cut(string? text) => text is { Length: > MostTextLength } ? text[..MostTextLength] : text;
}
