using Extractor.Models;
using Extractor.Storage.Model;
using Extractor.Storage.Results;
using Microsoft.EntityFrameworkCore;
using ResultRow = Extractor.Storage.Model.ResultRow;

namespace Extractor.Storage.Tests;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_result_comes_back_byte_for_byte_and_can_be_found_by_its_bytes_and_versions()
    {
        byte[] json = new SampleFile("a").Result();

        long id = await StoreResultAsync("a", json);

        Assert.Equal(json, await Store.Results.ReadAsync(id, default));
        string sha256 = new SampleFile("a").Sha256;
        Assert.Equal(sha256, await Store.Results.OriginalOfAsync(id, default));
        Assert.Equal(id, await Store.Results.FindAsync(sha256, "test", V1, default));
        Assert.Equal(id, await Store.Results.FindAsync(sha256, null, V1, default));
        Assert.Null(await Store.Results.FindAsync(sha256, "other", V1, default));
        Assert.Null(await Store.Results.FindAsync(sha256, null, V2, default));
        Assert.Null(await Store.Results.ReadAsync(id + 1, default));
    }

    [Fact]
    public async Task The_same_answer_twice_is_stored_once_and_the_second_is_a_duplicate()
    {
        await Store.SubmitAsync(new NewJob(), "a", "a");
        LeasedDocument first = await Store.LeaseAsync();
        LeasedDocument second = await Store.LeaseAsync();

        DocumentState?[] states = await Task.WhenAll(
            Task.Run(() => FinishAsync(first, new SampleFile("a").Result())), Task.Run(() => FinishAsync(second, new SampleFile("a").Result())));

        Assert.Equal([DocumentState.Done, DocumentState.Duplicate], states.Order());
        await using StoreContext context = Store.Database.CreateContext();
        Assert.Equal(1, await context.Results.CountAsync());
        Assert.Equal(1, await context.ResultValues.CountAsync());
        Assert.Equal(1, await context.SeriesBacklog.CountAsync());
        Assert.Equal(1, await context.ResultBodies.CountAsync());
    }

    [Fact]
    public async Task An_answer_of_a_newer_version_takes_the_index_and_the_older_one_stays_readable()
    {
        long old = await StoreResultAsync("a", new SampleFile("a").Result(agency: "UBND xã A"), V1);
        await CarryAsync();

        long current = await StoreResultAsync("a", new SampleFile("a").Result(agency: "UBND xã B"), V2);

        Assert.NotEqual(old, current);
        Assert.NotNull(await Store.Results.ReadAsync(old, default));
        await using StoreContext context = Store.Database.CreateContext();
        Assert.Equal([(old, "1.0", false), (current, "2.0", true)],
            (await context.Results.OrderBy(row => row.Id).ToListAsync()).Select(row => (row.Id, row.ExtractorVersion, row.IsCurrent)));
        foreach (bool isCarried in (bool[])[false, true])
        {
            IReadOnlyList<SeriesPoint> points = await Reports.SeriesAsync("a.received", new ReportFilter(), null, 10, default);
            Assert.True(points is [var only] && only.Report.Id == current, $"carried: {isCarried}");
            await CarryAsync();
        }

        Assert.All(await context.Series.ToListAsync(), place => Assert.Equal(current, place.ResultId));
        Assert.Empty(await context.SeriesBacklog.ToListAsync());
    }

    [Fact]
    public async Task The_index_holds_what_lists_and_series_need()
    {
        long id = await StoreResultAsync("a", new SampleFile("a").Result(
            kind: PeriodKind.NineMonths, values: [("a.x", new NumberValue(-1.5m), 0.5), ("a.y", new RatioValue(1, 3), 0.9)],
            findings: [Severity.Error, Severity.Warning, Severity.Info]));

        await using StoreContext context = Store.Database.CreateContext();
        ResultRow row = await context.Results.SingleAsync();
        Assert.Equal((id, ResultState.NeedsReview, 1, 1, 2), (row.Id, row.State, row.Errors, row.Warnings, row.Fields));
        Assert.Equal((short)PeriodKind.NineMonths, row.PeriodKind);
        Assert.Equal((2023 * 1000) + 90 + (int)PeriodKind.NineMonths, row.Period);
        Assert.Equal((0.7, 0.5), (Math.Round(row.Confidence, 9), row.LowestConfidence));
        Assert.Equal("ubnd phuong hong hai", (await context.Agencies.SingleAsync()).Folded);
        PackedValue[] values = PackedValues.Unpack((await context.ResultValues.SingleAsync()).Packed);
        Assert.Equal(["-1.5", "1/3"], values.Select(value => value.Value));
        Assert.Equal((9, 0, 35, 3, (int?)null), (values[0].Page, values[0].Table, values[0].Row, values[0].Column, values[0].Paragraph));
        await CarryAsync();
        Assert.Equal([(id, 0), (id, 1)], (await context.Series.OrderBy(place => place.Ordinal).ToListAsync()).Select(place => (place.ResultId, place.Ordinal)));
        ReportGroupRow group = await context.ReportGroups.SingleAsync();
        Assert.Equal((row.GroupId, "test", 2023, ResultState.NeedsReview, true, true), (group.Id, group.Family, group.PeriodYear, group.State, group.HasErrors, group.HasWarnings));
        Assert.Equal([Severity.Error, Severity.Warning, Severity.Info], (await context.Findings.OrderBy(f => f.Ordinal).ToListAsync()).Select(f => f.Severity));
    }

    [Theory]
    [InlineData(0.9, null, ResultState.Done)]
    [InlineData(0.79, null, ResultState.NeedsReview)]
    [InlineData(0.9, Severity.Warning, ResultState.Done)]
    [InlineData(0.9, Severity.Error, ResultState.NeedsReview)]
    public async Task The_state_follows_from_the_result(double confidence, Severity? finding, ResultState expected)
    {
        await StoreResultAsync("a", new SampleFile("a").Result(
            values: [("a.x", new NumberValue(1), confidence)], findings: finding is { } severity ? [severity] : null));

        await using StoreContext context = Store.Database.CreateContext();
        Assert.Equal(expected, (await context.Results.SingleAsync()).State);
    }

    [Fact]
    public async Task A_file_without_any_indicator_is_no_report()
    {
        string job = await Store.SubmitAsync(new NewJob(), "a");

        Assert.Equal(DocumentState.NotAReport, await FinishAsync(await Store.LeaseAsync(), new SampleFile("a").Result(values: [])));

        Assert.NotNull((await Store.Jobs.DocumentsAsync(job, 0, 1, default))[0].ResultId);
    }

    [Fact]
    public async Task A_document_of_no_family_is_no_report_even_with_fields()
    {
        await Store.SubmitAsync(new NewJob(), "a");

        Assert.Equal(
            DocumentState.NotAReport, await FinishAsync(await Store.LeaseAsync(), new SampleFile("a").Result(warnings: ["report.unrelated"])));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Deleting_a_result_removes_everything_but_the_tombstone(bool isCarried)
    {
        string sha256 = new SampleFile("a").Sha256;
        long old = await StoreResultAsync("a", new SampleFile("a").Result(findings: [Severity.Error]), V1);
        await CarryAsync();
        long id = await StoreResultAsync("a", new SampleFile("a").Result(findings: [Severity.Error]), V2);
        if (isCarried)
        {
            await CarryAsync();
        }

        Assert.True(await Store.Results.DeleteAsync(id, "k1", default));

        await using StoreContext context = Store.Database.CreateContext();
        Assert.Equal((0, 0, 0, 0, 0), (await context.Results.CountAsync(), await context.ResultBodies.CountAsync(),
            await context.ResultValues.CountAsync() + await context.Series.CountAsync() + await context.SeriesBacklog.CountAsync(), await context.Findings.CountAsync(), await context.Originals.CountAsync()));
        Assert.Null(await Store.Originals.ReadAsync(sha256, default));
        Assert.All(await context.Documents.ToListAsync(), document => Assert.Equal(("", null), (document.FileName, document.ResultId)));
        HistoryEntry tombstone = (await Store.History.OfAsync($"result:{id}", default))[^1];
        Assert.Equal(("result.deleted", "k1", sha256), (tombstone.Kind, tombstone.Actor, tombstone.Detail));
        Assert.Equal("result.deleted", (await Store.History.OfAsync($"result:{old}", default))[^1].Kind);
        Assert.False(await Store.Results.DeleteAsync(id, null, default));
    }

    [Fact]
    public async Task An_original_that_a_waiting_document_needs_stays()
    {
        long id = await StoreResultAsync("a", new SampleFile("a").Result());
        await Store.SubmitAsync(new NewJob(), "a");

        await Store.Results.DeleteAsync(id, null, default);

        Assert.NotNull(await Store.Originals.ReadAsync((await Store.LeaseAsync()).Sha256, default));
    }

    [Fact]
    public async Task Old_results_are_found_by_age()
    {
        long old = await StoreResultAsync("a", new SampleFile("a").Result());
        Store.Clock.GoOn(TimeSpan.FromDays(2));
        await StoreResultAsync("b", new SampleFile("b").Result());

        Assert.Equal([old], await Store.Results.OlderThanAsync(Store.Clock.GetUtcNow().AddDays(-1), 10, default));
    }
}
