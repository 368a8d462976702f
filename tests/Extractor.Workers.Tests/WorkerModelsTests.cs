namespace Extractor.Workers.Tests;

public sealed class WorkerModelsTests
{
    [Fact]
    public void Models_are_named_to_workers_by_whole_paths()
    {
        var options = new ExtractorOptions { MappingModelFile = "mapping.json", ConfidenceModelFile = "confidence.json" };

        Assert.Equal(
            [Path.GetFullPath("confidence.json"), Path.GetFullPath("mapping.json")],
            WorkerModels.SettingsOf(options).Values.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_is_named_where_the_models_inside_the_program_are_to_be_used() => Assert.Empty(WorkerModels.SettingsOf(new ExtractorOptions()));
}
