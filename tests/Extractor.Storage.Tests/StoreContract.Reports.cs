using Extractor.Models;

namespace Extractor.Storage.Tests;

public abstract partial class StoreContract
{
    private ReportStore Reports => Store.Get<ReportStore>();

    public static TheoryData<string, ReportFilter, string> Filters => new()
    {
        { "all", new(), "dcba" },
        { "agency without diacritics", new() { Agency = "hong  HAI" }, "ba" },
        { "agency with a wildcard of the database", new() { Agency = "%" }, "" },
        { "agency that is not there", new() { Agency = "xyz" }, "" },
        { "from", new() { FromYear = 2023 }, "ca" },
        { "to", new() { ToYear = 2022 }, "b" },
        { "period", new() { Period = PeriodKind.Quarter }, "b" },
        { "level", new() { Level = AdministrativeLevel.Province }, "c" },
        { "form", new() { Form = "test" }, "dcba" },
        { "other form", new() { Form = "other" }, "" },
        { "at least", new() { MinConfidence = 0.9 }, "da" },
        { "at most", new() { MaxConfidence = 0.5 }, "cb" },
        { "errors", new() { Findings = FindingFilter.Error }, "b" },
        { "warnings", new() { Findings = FindingFilter.Warning }, "c" },
        { "any finding", new() { Findings = FindingFilter.Any }, "cb" },
        { "no finding", new() { Findings = FindingFilter.None }, "da" },
        { "rule", new() { Rule = "R01" }, "cb" },
        { "state", new() { State = ResultState.Done }, "da" },
        { "several", new() { Agency = "hồng hải", FromYear = 2023, State = ResultState.Done }, "a" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_filter_lets_its_reports_pass_newest_first(string name, ReportFilter filter, string expected)
    {
        await StoreFourAsync();

        IReadOnlyList<ReportSummary> found = await Reports.ListAsync(filter, null, 10, default);

        Assert.True(string.Concat(found.Select(report => report.FileName[0])) == expected, $"{name}: {string.Join(' ', found.Select(r => r.FileName))}");
    }

    [Fact]
    public async Task A_list_is_read_in_parts_without_gap_or_repetition()
    {
        await StoreFourAsync();
        var names = new List<string>();
        long? below = null;
        while (await Reports.ListAsync(new ReportFilter(), below, 3, default) is { Count: > 0 } part)
        {
            names.AddRange(part.Select(report => report.FileName));
            below = part[^1].Id;
        }

        Assert.Equal(["d.docx", "c.docx", "b.docx", "a.docx"], names);
    }

    [Fact]
    public async Task A_report_in_the_list_says_what_it_is()
    {
        await StoreFourAsync();

        ReportSummary b = (await Reports.ListAsync(new ReportFilter { Period = PeriodKind.Quarter }, null, 1, default)).Single();

        Assert.Equal(("UBND phường Hồng Hải", AdministrativeLevel.Commune, new ReportPeriod(PeriodKind.Quarter, 2022), "282/BC-UBND"), (b.Agency, b.Level, b.Period, b.Number));
        Assert.Equal((ResultState.NeedsReview, 1, 0, 2, "1.0", "m1"), (b.State, b.Errors, b.Warnings, b.Fields, b.ExtractorVersion, b.ModelVersion));
        Assert.Equal(Store.Clock.GetUtcNow(), b.CreatedAt);
    }

    [Fact]
    public async Task A_series_follows_an_indicator_in_the_order_of_periods()
    {
        await StoreFourAsync();
        await CarryAsync();

        IReadOnlyList<SeriesPoint> points = await Reports.SeriesAsync("a.received", new ReportFilter(), null, 10, default);

        Assert.Equal("dbac", string.Concat(points.Select(point => point.Report.FileName[0])));
        Assert.Equal(new NumberValue(-4.5m), points[0].Value.Value);
        Assert.Equal((9, 0, 35, 3, FieldStatus.Reported), (points[0].Value.Page, points[0].Value.Table, points[0].Value.Row, points[0].Value.Column, points[0].Value.Status));
        Assert.Equal(new RatioValue(10, 10), (await Reports.SeriesAsync("a.rate", new ReportFilter(), null, 1, default))[0].Value.Value);
        Assert.Empty(await Reports.SeriesAsync("none", new ReportFilter(), null, 10, default));
    }

    [Fact]
    public async Task A_series_takes_filters_and_is_read_in_parts()
    {
        await StoreFourAsync();
        var names = new List<char>();
        SeriesPosition? after = null;
        while (await Reports.SeriesAsync("a.received", new ReportFilter(), after, 1, default) is [var point])
        {
            names.Add(point.Report.FileName[0]);
            after = point.Position;
        }

        Assert.Equal("dbac", string.Concat(names));
        Assert.Equal("ba", string.Concat((await Reports.SeriesAsync("a.received", new ReportFilter { Agency = "hong hai" }, null, 9, default)).Select(p => p.Report.FileName[0])));
        Assert.Equal("ac", string.Concat((await Reports.SeriesAsync("a.received", new ReportFilter { FromYear = 2023 }, null, 9, default)).Select(p => p.Report.FileName[0])));
    }

    [Fact]
    public async Task An_export_gives_every_report_once_with_its_figures()
    {
        await StoreFourAsync();
        var reports = new List<ReportWithValues>();
        await foreach (ReportWithValues report in Reports.ValuesAsync(new ReportFilter { Findings = FindingFilter.None }, default))
        {
            reports.Add(report);
        }

        var bodies = new List<byte[]>();
        await foreach (byte[] body in Reports.BodiesAsync(new ReportFilter(), default))
        {
            bodies.Add(body);
        }

        Assert.Equal("ad", string.Concat(reports.Select(report => report.Report.FileName[0])));
        Assert.All(reports, report => Assert.Equal(["a.received", "a.rate"], report.Values.Select(value => value.Code)));
        Assert.Equal(["a.docx", "b.docx", "c.docx", "d.docx"], bodies.Select(body => ExtractorJson.Deserialize(body).Document.FileName));
    }

    [Fact]
    public async Task More_reports_than_one_batch_are_exported()
    {
        await Store.SubmitAsync(new NewJob(), [.. Enumerable.Range(0, 205).Select(i => $"f{i}")]);
        foreach (LeasedDocument document in await Store.Queue.LeaseAsync(Store.Owner, 1000, TimeSpan.FromMinutes(1), default))
        {
            await FinishAsync(document, new SampleFile(document.FileName[..^5]).Result());
        }

        var ids = new List<long>();
        await foreach (ReportWithValues report in Reports.ValuesAsync(new ReportFilter(), default))
        {
            ids.Add(report.Report.Id);
        }

        Assert.Equal(205, ids.Distinct().Count());
        Assert.Equal(205, ids.Count);
    }

    private async Task StoreFourAsync()
    {
        (string, IndicatorValue, double)[] Values(decimal value, double confidence) =>
            [("a.received", new NumberValue(value), confidence), ("a.rate", new RatioValue(10, 10), 0.95)];
        const string HongHai = "UBND phường Hồng Hải";
        await StoreResultAsync("a", new SampleFile("a").Result(HongHai, 2023, values: Values(1, 0.99)));
        await StoreResultAsync("b", new SampleFile("b").Result(HongHai, 2022, PeriodKind.Quarter, values: Values(2, 0.5), findings: [Severity.Error]));
        await StoreResultAsync("c", new SampleFile("c").Result("UBND tỉnh Điện Biên", 2024, level: AdministrativeLevel.Province, values: Values(3, 0.2), findings: [Severity.Warning]));
        await StoreResultAsync("d", new SampleFile("d").Result("Sở Nội vụ", null, level: AdministrativeLevel.Department, values: Values(-4.5m, 0.95)));
    }
}
