using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Workers.Frames;

/// <summary>A result and what its reading took.</summary>
/// <param name="Json">The result.</param>
/// <param name="Figures">What the reading took.</param>
internal sealed record ResultFrame(ReadOnlyMemory<byte> Json, ReadingFigures Figures)
{
    private const int MostEntries = 64;

    /// <summary>Everything in front of the result, which follows as it is.</summary>
    public ReadOnlyMemory<byte> WriteHead(long memory)
    {
        PayloadWriter writer = new PayloadWriter().Number(memory).Byte((byte)Figures.Format).Byte((byte)Figures.Stages.Length).Byte((byte)Figures.Confidences.Length);
        foreach (TimeSpan stage in Figures.Stages)
        {
            writer.Number(stage.Ticks);
        }

        foreach (int count in Figures.Confidences)
        {
            writer.Number(count);
        }

        return writer.Finish(FrameKind.Result, Json.Length);
    }

    /// <param name="afterMemory">The payload behind its first field.</param>
    /// <exception cref="BrokenFrameException">The figures are none.</exception>
    public static ResultFrame Read(PayloadReader afterMemory)
    {
        var format = (FileFormat)afterMemory.Byte();
        int stages = afterMemory.Byte();
        int confidences = afterMemory.Byte();
        if (stages > MostEntries || confidences > MostEntries)
        {
            throw new BrokenFrameException("more figures than there are stages");
        }

        var times = ImmutableArray.CreateBuilder<TimeSpan>(stages);
        for (int i = 0; i < stages; i++)
        {
            times.Add(new TimeSpan(Math.Max(0, afterMemory.Number())));
        }

        var counts = ImmutableArray.CreateBuilder<int>(confidences);
        for (int i = 0; i < confidences; i++)
        {
            counts.Add((int)Math.Clamp(afterMemory.Number(), 0, int.MaxValue));
        }

        return new ResultFrame(afterMemory.Rest, new ReadingFigures(format, times.MoveToImmutable(), counts.MoveToImmutable()));
    }
}
