using Extractor.Models;
using Extractor.Storage.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Storage.Benchmarks;

/// <summary>Lists and series over many stored results.</summary>
internal static class Queries
{
    private const int Runs = 5;

    public static async Task RunAsync(IServiceProvider services, int count)
    {
        var database = services.GetRequiredService<StoreDatabase>();
        long have = await database.ReadAsync(session => session.NumberAsync("SELECT count(*) FROM results", default), default) ?? 0;
        if (have < count)
        {
            Console.WriteLine($"filled with {count} results in {await Overhead.TimeAsync(() => Filling.RunAsync(database, count)) / 1000:0.0} s");
        }

        var reports = services.GetRequiredService<ReportStore>();
        List<(string Name, double Time)> slow = [];
        foreach ((string name, ReportFilter filter) in Filters())
        {
            double list = await MedianAsync(() => reports.ListAsync(filter, null, 51, default));
            double middle = await MedianAsync(() => reports.ListAsync(filter, count / 2, 51, default));
            double series = await MedianAsync(() => reports.SeriesAsync("bench.c1", filter, null, 51, default));
            int found = (await reports.ListAsync(filter, null, 51, default)).Count;
            Console.WriteLine($"{name,-58}{found,3} found; list {list,7:0.0} ms, from the middle {middle,7:0.0}, series {series,7:0.0}");
            slow.Add((name, Math.Max(list, Math.Max(middle, series))));
        }

        Console.WriteLine($"{slow.Count} filters: median {Overhead.Median([.. slow.Select(query => query.Time)]):0.0} ms, slowest {slow.MaxBy(query => query.Time)}, "
            + $"{slow.Count(query => query.Time > 100)} above 100 ms");
    }

    /// <summary>Each part of a filter alone, each two together, all traits together, and combinations nothing matches.</summary>
    private static IEnumerable<(string Name, ReportFilter Filter)> Filters()
    {
        (string Name, Func<ReportFilter, ReportFilter> With)[] parts =
        [
            ("one agency", filter => filter with { Agency = "xa so 12345" }),
            ("a name all agencies have", filter => filter with { Agency = "ủy ban" }),
            ("a name half of them have", filter => filter with { Agency = "so 1" }),
            ("year", filter => filter with { FromYear = 2020, ToYear = 2020 }),
            ("years", filter => filter with { FromYear = 2019, ToYear = 2021 }),
            ("kind", filter => filter with { Period = PeriodKind.Quarter }),
            ("level", filter => filter with { Level = AdministrativeLevel.Province }),
            ("no such level", filter => filter with { Level = AdministrativeLevel.Department }),
            ("form", filter => filter with { Form = "bench" }),
            ("state", filter => filter with { State = ResultState.NeedsReview }),
            ("no such state", filter => filter with { State = ResultState.NotAReport }),
            ("errors", filter => filter with { Findings = FindingFilter.Error }),
            ("no findings", filter => filter with { Findings = FindingFilter.None }),
            ("rule", filter => filter with { Rule = "R01" }),
            ("rare rule", filter => filter with { Rule = "R99" }),
            ("certain", filter => filter with { MinConfidence = 0.9 }),
            ("a band of confidence", filter => filter with { MinConfidence = 0.5, MaxConfidence = 0.51 }),
            ("least certain", filter => filter with { MaxConfidence = 0.001 }),
        ];
        yield return ("everything", new ReportFilter());
        for (int i = 0; i < parts.Length; i++)
        {
            yield return (parts[i].Name, parts[i].With(new ReportFilter()));
            for (int k = i + 1; k < parts.Length; k++)
            {
                yield return ($"{parts[i].Name} + {parts[k].Name}", parts[k].With(parts[i].With(new ReportFilter())));
            }
        }

        var traits = new ReportFilter
        {
            FromYear = 2021,
            ToYear = 2021,
            Period = PeriodKind.Quarter,
            Level = AdministrativeLevel.District,
            Form = "bench",
            State = ResultState.NeedsReview,
            Findings = FindingFilter.Error,
        };
        yield return ("all traits", traits);
        yield return ("all traits + certain + rule", traits with { MinConfidence = 0.9, Rule = "R01" });
        yield return ("all traits + certain + half of the agencies", traits with { MinConfidence = 0.9, Agency = "so 1" });
        yield return ("year, kind and level that no report has", new ReportFilter { FromYear = 2021, ToYear = 2021, Period = PeriodKind.Quarter, Level = AdministrativeLevel.Department });
        yield return ("done with errors", new ReportFilter { State = ResultState.Done, Findings = FindingFilter.Error });
    }

    private static async Task<double> MedianAsync(Func<Task> query)
    {
        await query();
        var times = new List<double>();
        for (int run = 0; run < Runs; run++)
        {
            times.Add(await Overhead.TimeAsync(query));
        }

        return Overhead.Median(times);
    }
}
