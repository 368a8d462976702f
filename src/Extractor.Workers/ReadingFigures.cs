using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Workers;

/// <summary>What the reading of a file took and how sure it is. Holds nothing of the document's text.</summary>
/// <param name="Format">Type of the file as its content tells it.</param>
/// <param name="Stages">Time by stage, in the order of <see cref="ExtractionStage"/>, and last the writing of the JSON.</param>
/// <param name="Confidences">Number of fields by confidence: one count a bound of <see cref="ConfidenceBounds"/>, and last of those beyond.</param>
public sealed record ReadingFigures(FileFormat Format, ImmutableArray<TimeSpan> Stages, ImmutableArray<int> Confidences)
{
    /// <summary>Upper bounds of the counts; a confidence on a bound counts below it.</summary>
    public static ImmutableArray<double> ConfidenceBounds { get; } = [0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999];

    /// <summary>Counts the fields of a result.</summary>
    internal static ImmutableArray<int> Count(ImmutableArray<Field> fields)
    {
        int[] counts = new int[ConfidenceBounds.Length + 1];
        foreach (Field field in fields)
        {
            int at = ConfidenceBounds.BinarySearch(field.Confidence.Value);
            counts[at < 0 ? ~at : at]++;
        }

        return [.. counts];
    }
}
