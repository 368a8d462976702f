namespace Extractor.Api.Tests.Edge;

public sealed class SecurityHeaderTests
{
    [Theory]
    [InlineData("/v1/schemas", 200)]
    [InlineData("/v1/schemas/none", 404)]
    [InlineData("/nowhere", 404)]
    [InlineData("/v1/extractions", 405)]
    [InlineData("/docs/index.html", 200)]
    [InlineData("/docs/swagger-ui-bundle.js", 200)]
    [InlineData("/openapi/v1.json", 200)]
    public async Task Every_answer_tells_browsers_to_keep_it_to_itself(string path, int status)
    {
        await using var api = new ApiFactory();

        HttpResponseMessage response = await api.CreateClient().GetAsync(path);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("nosniff", One(response, "X-Content-Type-Options"));
        Assert.Equal("no-store", One(response, "Cache-Control"));
        Assert.Equal("DENY", One(response, "X-Frame-Options"));
        Assert.Equal("no-referrer", One(response, "Referrer-Policy"));
        Assert.Equal("same-origin", One(response, "Cross-Origin-Resource-Policy"));
        Assert.Contains("default-src 'none'", One(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", One(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_page_runs_scripts_of_the_service_only_and_none_that_stand_in_it()
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient();

        HttpResponseMessage page = await client.GetAsync("/docs/index.html");
        string html = await page.Content.ReadAsStringAsync();

        string policy = One(page, "Content-Security-Policy");
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script(?![^>]*src=)", html);
        Assert.DoesNotMatch("(src|href)=\"(https?:)?//", html);
    }

    [Fact]
    public async Task Over_tls_browsers_are_told_to_stay_there()
    {
        await using var api = new ApiFactory();
        HttpClient client = api.CreateClient(new() { BaseAddress = new Uri("https://localhost") });

        Assert.StartsWith("max-age=31536000", One(await client.GetAsync("/health/live"), "Strict-Transport-Security"), StringComparison.Ordinal);
    }

    private static string One(HttpResponseMessage response, string header) => Assert.Single(response.Headers.GetValues(header));
}
