using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Extractor.Api.Exports;
using Extractor.Api.Tests.Jobs;

namespace Extractor.Api.Tests.Features;

/// <summary>Lists, series and exports of a report that was really read.</summary>
public sealed class ReportTests : IClassFixture<ReportTests.Service>
{
    private readonly HttpClient _client;

    public ReportTests(Service service) => _client = service.Client;

    [Fact]
    public async Task Reports_are_listed_in_parts_and_filtered()
    {
        JsonNode first = await GetAsync("/v1/reports?limit=1");
        JsonNode second = await GetAsync($"/v1/reports?limit=1&cursor={first["next"]}");
        JsonNode filtered = await GetAsync("/v1/reports?agency=hong%20hai&fromYear=2023&toYear=2023&period=year&level=commune");

        Assert.NotEqual((long)first["items"]![0]!["report"]!["id"]!, (long)second["items"]![0]!["report"]!["id"]!);
        Assert.Null((string?)second["next"]);
        Assert.Single(filtered["items"]!.AsArray());
        Assert.Equal("year", (string?)filtered["items"]![0]!["report"]!["period"]!["kind"]);
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync((string)filtered["items"]![0]!["result"]!["href"]!)).StatusCode);
    }

    [Fact]
    public async Task A_list_that_has_not_changed_is_not_sent_again()
    {
        HttpResponseMessage list = await _client.GetAsync("/v1/reports");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/v1/reports");
        again.Headers.IfNoneMatch.Add(list.Headers.ETag!);

        Assert.Equal(HttpStatusCode.NotModified, (await _client.SendAsync(again)).StatusCode);
    }

    [Theory]
    [InlineData("/v1/reports?limit=0")]
    [InlineData("/v1/reports?limit=501")]
    [InlineData("/v1/reports?cursor=%00")]
    [InlineData("/v1/reports?cursor=MS4x.")]
    [InlineData("/v1/reports?cursor=MS5h")]
    [InlineData("/v1/reports?period=decade")]
    [InlineData("/v1/reports?level=world")]
    [InlineData("/v1/reports?state=lost")]
    [InlineData("/v1/reports?findings=some")]
    [InlineData("/v1/reports?minConfidence=2")]
    [InlineData("/v1/reports?fromYear=0")]
    [InlineData("/v1/exports/values.csv?period=decade")]
    public async Task A_filter_that_makes_no_sense_is_refused(string address) =>
        await (await _client.GetAsync(address)).ProblemAsync(400, "invalid-request");

    [Fact]
    public async Task An_indicator_is_followed_over_reports_with_places()
    {
        JsonNode result = await GetAsync((string)(await GetAsync("/v1/reports?agency=hong"))["items"]![0]!["result"]!["href"]!);
        JsonNode field = result["fields"]!.AsArray().First(f => (string?)f!["status"] == "reported" && f["value"]!.GetValueKind() == System.Text.Json.JsonValueKind.Number)!;

        JsonNode series = await GetAsync($"/v1/indicators/{field["code"]}/values?agency=hong");

        JsonNode item = Assert.Single(series["items"]!.AsArray())!;
        Assert.Equal(field["value"]!.ToJsonString(), item["value"]!["value"]!.ToJsonString());
        Assert.Equal((int?)field["evidence"]![0]!["row"], (int?)item["value"]!["row"]);
        Assert.Equal((string?)field["name"], (string?)series["name"]!["vi"]);
        Assert.Equal(2023, (int?)item["period"]!["year"]);
    }

    [Fact]
    public async Task Exports_hold_every_figure()
    {
        string[] lines = (await _client.GetStringAsync("/v1/exports/results.ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        int fields = lines.Sum(line => JsonNode.Parse(line)!["fields"]!.AsArray().Count);

        string csv = await _client.GetStringAsync("/v1/exports/values.csv");
        using var workbook = new MemoryStream(await _client.GetByteArrayAsync("/v1/exports/values.xlsx"));
        using SpreadsheetDocument document = SpreadsheetDocument.Open(workbook, isEditable: false);
        Row[] rows = [.. document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>()];

        Assert.Equal(2, lines.Length);
        Assert.True(fields > 100, $"only {fields} fields");
        Assert.Equal(fields + 1, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(fields + 1, rows.Length);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(error => error.Description));
    }

    [Fact]
    public async Task Text_that_looks_like_a_formula_is_text_and_negative_numbers_are_numbers()
    {
        string[] dangerous = ["=1+1", "+1", "-x", "@SUM(A1)", "\t=1", "＝1"];
        ExportCell[] row = [.. dangerous.Select(text => (ExportCell)text), ExportCell.Of(-5.25m), "a,\"b\"\r\nc", "ờ <&> \u0001", (string?)null];

        string csv = Encoding.UTF8.GetString(await CsvAsync(row));
        using var workbook = new MemoryStream(await XlsxAsync([row], XlsxExport.MostRows));
        using SpreadsheetDocument document = SpreadsheetDocument.Open(workbook, isEditable: false);
        Cell[] cells = [.. document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Last().Elements<Cell>()];

        Assert.EndsWith("\r\n'=1+1,'+1,'-x,'@SUM(A1),'\t=1,'＝1,-5.25,\"a,\"\"b\"\"\r\nc\",ờ <&> \u0001,\r\n", csv, StringComparison.Ordinal);
        Assert.Empty(document.WorkbookPart.WorksheetParts.Single().Worksheet.Descendants<CellFormula>());
        Assert.Equal(dangerous, cells.Take(6).Select(cell => cell.InnerText));
        Assert.All(cells.Take(6), cell => Assert.Equal((uint)XlsxParts.QuotedStyle, cell.StyleIndex!.Value));
        Assert.Equal(("-5.25", null), (cells[6].CellValue!.Text, cells[6].DataType?.Value));
        Assert.Equal("ờ <&> \uFFFD", cells[8].InnerText);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(error => error.Description));
    }

    [Fact]
    public async Task Rows_that_do_not_fit_on_a_sheet_go_on_the_next()
    {
        ExportCell[][] rows = [.. Enumerable.Range(0, 5).Select(i => new ExportCell[] { i })];

        using var workbook = new MemoryStream(await XlsxAsync(rows, rowsPerSheet: 3));
        using SpreadsheetDocument document = SpreadsheetDocument.Open(workbook, isEditable: false);

        Assert.Equal([3, 3, 2], document.WorkbookPart!.WorksheetParts.Select(part => part.Worksheet.Descendants<Row>().Count()).OrderDescending());
    }

    private static async Task<byte[]> CsvAsync(ExportCell[] row)
    {
        using var output = new MemoryStream();
        var writer = System.IO.Pipelines.PipeWriter.Create(output);
        await CsvExport.WriteAsync(writer, new[] { row }.ToAsyncEnumerable(), default);
        await writer.CompleteAsync();
        return output.ToArray();
    }

    private static async Task<byte[]> XlsxAsync(ExportCell[][] rows, int rowsPerSheet)
    {
        using var output = new MemoryStream();
        await XlsxExport.WriteAsync(output, rows.ToAsyncEnumerable(), default, rowsPerSheet);
        return output.ToArray();
    }

    private async Task<JsonNode> GetAsync(string address)
    {
        HttpResponseMessage response = await _client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.JsonAsync();
    }

    /// <summary>A service with two reports in it.</summary>
    public sealed class Service : IAsyncLifetime, IDisposable
    {
        private readonly ApiFactory _api = new();

        public HttpClient Client { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Client = _api.CreateClient();
            var form = new MultipartFormDataContent();
            foreach (string report in new[] { "hong-hai-2023-year", "dien-bien-2021-9m" })
            {
                string path = Path.Combine(Repository.Fixtures, report, report + ".docx");
                form.Add(new ByteArrayContent(await File.ReadAllBytesAsync(path)), "file", report + ".docx");
            }

            HttpResponseMessage accepted = await Client.SubmitAsync(form);
            await Client.EndOfAsync(accepted.Headers.Location!.ToString());
        }

        public async Task DisposeAsync() => await _api.DisposeAsync();

        public void Dispose() => _api.Dispose();
    }
}
