using System.Text.Json.Nodes;

namespace Extractor.Tests.Shared;

/// <summary>Copies of the models that ship, changed so that every row and every figure has a confidence of one half: whoever reads with them shows it.</summary>
internal static class UndecidedModels
{
    /// <summary>Writes both models into a folder.</summary>
    public static (string Mapping, string Confidence) Write(string folder) => (
        Write(Path.Combine("Mapping", "Learned", "Data", "mapping-model.json"), folder, "calibrationOfIndicator", "calibrationOfNone"),
        Write(Path.Combine("Scoring", "Data", "confidence-model.json"), folder, "figure", "empty"));

    private static string Write(string model, string folder, params string[] parts)
    {
        JsonNode json = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", "Extractor", model)))!;
        foreach (JsonObject weights in parts.Select(part => json[part]!.AsObject()))
        {
            foreach (string name in weights.Select(w => w.Key).ToList())
            {
                weights[name] = 0;
            }
        }

        string copy = Path.Combine(folder, Path.GetFileName(model));
        File.WriteAllText(copy, json.ToJsonString());
        return copy;
    }
}
