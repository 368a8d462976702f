using System.Collections.Immutable;
using System.Text.Json;

namespace Extractor.Training.Reviews;

/// <summary>Reads corrections: one JSON object a line.</summary>
internal static class CorrectionFile
{
    /// <summary>The corrections of a text, oldest first.</summary>
    /// <exception cref="InvalidDataException">A line is no correction.</exception>
    public static ImmutableArray<Correction> Parse(string ndjson)
    {
        var corrections = ImmutableArray.CreateBuilder<Correction>();
        int number = 0;
        foreach (string line in ndjson.Split('\n'))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                corrections.Add(ParseLine(line, number));
            }
        }

        return [.. corrections.OrderBy(c => c.When).ThenBy(c => c.Document, StringComparer.Ordinal).ThenBy(c => c.Table).ThenBy(c => c.Row)];
    }

    private static Correction ParseLine(string line, int number)
    {
        try
        {
            return JsonSerializer.Deserialize(line, CorrectionJsonContext.Default.Correction)
                ?? throw new InvalidDataException($"Line {number} holds no correction.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"Line {number} is no correction: {exception.Message}", exception);
        }
    }
}
