using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Extractor.Models;
using Microsoft.Extensions.DependencyInjection;
using NJsonSchema;

namespace Extractor.Api.Tests.Features;

/// <summary>The service with workers of its own: the wish to know why passes through their pipe.</summary>
public sealed class ExplanationTests(ExplanationTests.Service service) : IClassFixture<ExplanationTests.Service>
{
    private const string Path = "/v1/extractions";

    private static readonly string Report =
        "BÁO CÁO\nCông tác cải cách hành chính năm 2022\n\nPhụ lục\nSTT Chỉ tiêu Đơn vị tính Số liệu Ghi chú\n"
        + string.Concat(FamilyCatalog.Load("cchc").Indicators.Where(i => i.Kind == ValueKind.Count).Take(8).Select((i, n) => $"{n + 1} {i.Name.Vi} Văn bản {n + 40}\n"));

    [Theory]
    [InlineData(null, UserLanguage.Vietnamese)]
    [InlineData("en", UserLanguage.English)]
    public async Task An_explanation_is_given_on_request_in_the_language_of_the_request(string? accepted, UserLanguage language)
    {
        var expected = new ExtractionRequest { Explain = true, Language = language };

        string json = await AskAsync("?explain=true", accepted);

        Assert.Equal(service.Write(Report, expected), json);
        Assert.NotEmpty(JsonNode.Parse(json)!["fields"]!.AsArray());
        Assert.All(JsonNode.Parse(json)!["fields"]!.AsArray(), field => Assert.NotEmpty(field!["explanation"]!["signals"]!.AsArray()));
        Assert.Empty((await JsonSchema.FromJsonAsync(await service.Client.GetStringAsync("/v1/result-schema"))).Validate(json));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?explain=false")]
    public async Task Nothing_is_explained_to_those_who_do_not_ask(string query) =>
        Assert.Equal(service.Write(Report, ExtractionRequest.Default), await AskAsync(query, accepted: null));

    [Fact]
    public async Task A_wish_that_is_neither_yes_nor_no_is_refused()
    {
        HttpResponseMessage response = await service.Client.PostAsync(Path + "?explain=perhaps", Requests.Form(Report));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private async Task<string> AskAsync(string query, string? accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path + query) { Content = Requests.Form(Report) };
        if (accepted is not null)
        {
            request.Headers.Add("Accept-Language", accepted);
        }

        return await (await service.Client.SendAsync(request)).EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    public sealed class Service : IAsyncLifetime, IDisposable
    {
        private readonly ApiWithWorkers _api = new();

        private readonly ExtractionPipeline _pipeline = CreatePipeline();

        public HttpClient Client { get; private set; } = null!;

        /// <summary>What the library writes for the same file.</summary>
        public string Write(string report, ExtractionRequest request) =>
            Encoding.UTF8.GetString(ExtractorJson.Serialize(_pipeline.Extract(new SourceFile("report.txt", Encoding.UTF8.GetBytes(report)), request)));

        public Task InitializeAsync()
        {
            Client = _api.CreateClient();
            return Task.CompletedTask;
        }

        public Task DisposeAsync() => _api.DisposeAsync().AsTask();

        public void Dispose() => _api.Dispose();

        private static ExtractionPipeline CreatePipeline()
        {
            var services = new ServiceCollection();
            services.AddExtractor().AddDocx().AddPdf().AddText();
            return services.BuildServiceProvider().GetRequiredService<ExtractionPipeline>();
        }
    }
}
