using Extractor.Evaluation.Runs;
using FsCheck.Xunit;

namespace Extractor.Tests.Evaluation.Runs;

public class WorstKeptTests
{
    [Property]
    public void Only_the_worst_are_kept_and_all_are_counted(byte[] badness)
    {
        var kept = new WorstKept<(byte Badness, int Order)>(5);
        for (int i = 0; i < badness.Length; i++)
        {
            kept.Add((badness[i], i), badness[i]);
        }

        Assert.Equal(badness.Length, kept.Count);
        Assert.Equal(badness.Select((b, i) => (b, i)).OrderByDescending(e => e.b).ThenBy(e => e.i).Take(5), kept.Describe());
    }
}
