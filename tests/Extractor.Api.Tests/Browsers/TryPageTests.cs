using Extractor.Api.Tests.Chaos;

namespace Extractor.Api.Tests.Browsers;

/// <summary>The page to try the API, of the real service and in a real browser.</summary>
public sealed class TryPageTests
{
    private const string Blocks = "document.querySelectorAll('.opblock').length";

    [Fact]
    public async Task The_page_to_try_the_api_shows_every_operation_and_calls_one_under_its_policy()
    {
        await using var service = new ServiceProcess(DataFolder.Create(), "--Extractor:Workers:Count", "1");
        await service.StartAsync();
        await using Browser browser = await Browser.StartAsync();

        await browser.OpenAsync(new Uri(service.Client.BaseAddress!, "/docs"));
        await browser.WaitUntilAsync($"{Blocks} > 0");
        Assert.Equal(await OperationsAsync(service.Client), (int?)await browser.EvaluateAsync(Blocks));

        const string Access = "document.querySelector('#operations-Keys-access')";
        await browser.EvaluateAsync($"{Access}.querySelector('.opblock-summary-control').click()");
        foreach (string button in (string[])[".try-out__btn", ".execute"])
        {
            await browser.WaitUntilAsync($"{Access}.querySelector('{button}') !== null");
            await browser.EvaluateAsync($"{Access}.querySelector('{button}').click()");
        }

        const string Answer = $"{Access}.querySelector('.live-responses-table')";
        await browser.WaitUntilAsync($"{Answer} !== null && {Answer}.textContent.includes('admin')");
        Assert.StartsWith("200", (string?)await browser.EvaluateAsync($"{Answer}.querySelector('tbody .response-col_status').textContent.trim()"), StringComparison.Ordinal);
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task A_browser_refuses_what_the_policy_of_the_page_forbids_also_under_a_name()
    {
        await using var service = new ServiceProcess(DataFolder.Create(), "--Extractor:Workers:Count", "1");
        await service.StartAsync();
        // Where the service has a name of its own the page may behave otherwise than on loopback.
        await using Browser browser = await Browser.StartAsync("--host-resolver-rules=MAP extractor.test 127.0.0.1");

        await browser.OpenAsync(new Uri($"http://extractor.test:{service.Client.BaseAddress!.Port}/docs"));
        await browser.WaitUntilAsync($"{Blocks} > 0");
        // Without TLS browsers tell that they ignore this header, which does not matter there.
        Assert.All(browser.Complaints, complaint => Assert.Contains("Cross-Origin-Opener-Policy header has been ignored", complaint, StringComparison.Ordinal));

        await browser.EvaluateAsync("document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.hasRun = true' }))");
        await browser.EvaluateAsync("fetch('http://127.0.0.1:9/').catch(() => null)");

        Assert.Null(await browser.EvaluateAsync("window.hasRun"));
        Assert.Contains(browser.Complaints, complaint => complaint.Contains("script-src", StringComparison.Ordinal));
        Assert.Contains(browser.Complaints, complaint => complaint.Contains("connect-src", StringComparison.Ordinal));
    }

    private static async Task<int> OperationsAsync(HttpClient client) =>
        (await (await client.GetAsync("/openapi/v1.json")).JsonAsync())["paths"]!.AsObject().Sum(path => path.Value!.AsObject().Count);
}
