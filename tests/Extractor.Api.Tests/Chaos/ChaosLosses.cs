using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Extractor.Api.Tests.Chaos;

/// <summary>Where the time of a disturbed campaign goes: for each kill, when what was killed is back, and when files end again.</summary>
internal sealed class ChaosLosses(Stopwatch clock)
{
    private readonly List<(string What, TimeSpan At, TimeSpan Back, TimeSpan GoesOn)> _kills = [];

    public TimeSpan Now => clock.Elapsed;

    /// <summary>Takes the times of a kill of which what was killed is back now.</summary>
    public async Task NoteAsync(string what, TimeSpan at, Func<Task> gone)
    {
        TimeSpan back = Now - at;
        await gone();
        _kills.Add((what, at, back, Now - at));
    }

    public string Describe(TimeSpan whole)
    {
        if (_kills.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder();
        foreach (var kills in _kills.GroupBy(kill => kill.What))
        {
            text.AppendLine(string.Create(CultureInfo.InvariantCulture,
                $"  {kills.Count()} × {kills.Key}: back after {Median(kills.Select(kill => kill.Back)):0.00} s (median), files end again after {Median(kills.Select(kill => kill.GoesOn)):0.00} s, in all {kills.Sum(kill => kill.GoesOn.TotalSeconds):0.0} s"));
        }

        return text.Append(string.Create(CultureInfo.InvariantCulture,
            $"  a kill every {whole.TotalSeconds / _kills.Count:0.0} s; until files ended again {_kills.Sum(kill => kill.GoesOn.TotalSeconds):0.0} of {whole.TotalSeconds:0.0} s")).ToString();
    }

    private static double Median(IEnumerable<TimeSpan> times) => times.Order().ElementAt(times.Count() / 2).TotalSeconds;
}
