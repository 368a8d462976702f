using Extractor.Models;
using Extractor.Workers.Frames;
using FsCheck.Xunit;

namespace Extractor.Workers.Tests.Frames;

public sealed class FrameTests
{
    [Property]
    public void A_request_arrives_as_it_was_sent(byte[] bytes, string? name, string? family, bool english, bool indented, bool explain)
    {
        var extraction = new ExtractionRequest
        {
            Family = Sent(family),
            Language = english ? UserLanguage.English : UserLanguage.Vietnamese,
            Explain = explain,
        };
        var request = new RequestFrame(new SourceFile(Sent(name) ?? "", bytes), extraction, indented, 12345);

        RequestFrame read = RequestFrame.Read(Pass(request.WriteHead(), bytes, FrameKind.Request).Payload);

        Assert.Equal(bytes, read.File.Bytes.ToArray());
        Assert.Equal((request.File.Name, extraction, indented, 12345L), (read.File.Name, read.Extraction, read.Indented, read.MaxResultBytes));
    }

    [Property]
    public void A_failure_arrives_as_it_was_sent(string? vi, string? en, string? limit, string? detail, bool isSpent, long memory)
    {
        var failure = new FileFailure("damaged", new LocalText(Sent(vi) ?? "", Sent(en) ?? "")) { Limit = Sent(limit), Detail = Sent(detail) };

        FailureFrame read = FailureFrame.Read(Pass(new FailureFrame(failure, isSpent, memory).Write(), [], FrameKind.Failure).Payload);

        Assert.Equal(new FailureFrame(failure, isSpent, memory), read);
    }

    [Property]
    public void Any_bytes_are_a_frame_or_a_named_error(byte[] bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes);
            if (Frame.Read(stream, _ => 1000) is { } frame)
            {
                FailureFrame.Read(frame.Payload);
                RequestFrame.Read(frame.Payload);
            }
        }
        catch (BrokenFrameException)
        {
            // That is the named error.
        }
    }

    [Fact]
    public void A_frame_of_another_version_too_large_or_cut_is_refused()
    {
        byte[] frame = new PayloadWriter().Text("text").Finish(FrameKind.Failure).ToArray();

        AssertBroken(frame, "bytes", most: 3, at: 4, value: frame[4]);
        AssertBroken(frame, "version 9", most: 1000, at: 1, value: 9);
        AssertBroken(frame, "not a frame", most: 1000, at: 0, value: (byte)'H');
        AssertBroken(frame[..^1], "closed within", most: 1000, at: 4, value: frame[4]);
        AssertBroken(frame[..5], "not a frame", most: 1000, at: 4, value: frame[4]);
        AssertBroken(frame, "bytes", most: 1000, at: 7, value: 0x80);
    }

    [Fact]
    public void The_end_between_two_frames_is_no_error()
    {
        using var stream = new MemoryStream();

        Assert.Null(Frame.Read(stream, _ => 1000));
    }

    private static void AssertBroken(byte[] frame, string message, int most, int at, byte value)
    {
        byte[] changed = [.. frame];
        changed[at] = value;
        using var stream = new MemoryStream(changed);

        var error = Assert.Throws<BrokenFrameException>(() => Frame.Read(stream, _ => most));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static Frame Pass(ReadOnlyMemory<byte> head, byte[] rest, FrameKind kind)
    {
        using var stream = new MemoryStream();
        FrameWriter.Write(stream, head, rest);
        stream.Position = 0;
        Frame frame = Frame.Read(stream, asked => asked == kind ? int.MaxValue : -1)!.Value;
        Assert.Equal(stream.Length, stream.Position);
        return frame;
    }

    // Half a surrogate pair is no text; UTF-8 cannot carry it.
    private static string? Sent(string? text) => text is null ? null : string.Concat(text.EnumerateRunes());
}
