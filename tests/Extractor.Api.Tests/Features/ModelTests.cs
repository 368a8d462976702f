using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Tests.Features;

/// <summary>The models that the settings name are those that files are read with.</summary>
public sealed class ModelTests
{
    private const string Report = "BÁO CÁO\n| STT | Nội dung | ĐVT | Kết quả |\n|---|---|---|---|\n| 1 | Số hồ sơ đã tiếp nhận | Hồ sơ | 12 |\n";

    [Fact]
    public async Task Workers_of_the_service_read_with_the_models_of_its_settings()
    {
        string folder = DataFolder.Create();
        (string mapping, string confidence) = UndecidedModels.Write(folder);
        await using var api = new ApiWithWorkers(("MappingModelFile", mapping), ("ConfidenceModelFile", confidence)) { Data = folder };

        HttpResponseMessage response = await api.CreateClient().PostAsync("/v1/extractions", Requests.Form(Report, "report.md"));

        JsonNode result = JsonNode.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
        Assert.Equal(0.5, (double)result["rows"]![0]!["confidence"]!);
        Assert.Equal(0.5, (double)result["fields"]![0]!["confidence"]!);
    }

    [Fact]
    public async Task A_service_whose_model_cannot_be_used_does_not_start()
    {
        await using var api = new ApiFactory(("MappingModelFile", "/no/such/model.json"));

        Assert.Contains("/no/such/model.json", Assert.Throws<OptionsValidationException>(api.CreateClient).Message, StringComparison.Ordinal);
    }
}
