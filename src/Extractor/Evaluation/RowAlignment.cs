using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Evaluation;

/// <summary>Pairs the rows of a transcription with the rows of a result, in order (Needleman and Wunsch, 1970).</summary>
internal static class RowAlignment
{
    private const double MinimumSimilarity = 0.8;

    /// <summary>For each expected row the index of its row in the result, or -1.</summary>
    public static int[] Align(ImmutableArray<GoldRow> expected, ImmutableArray<ResultRow> actual)
    {
        double[,] gain = Gains(expected, actual);
        double[,] best = new double[expected.Length + 1, actual.Length + 1];
        for (int i = expected.Length - 1; i >= 0; i--)
        {
            for (int j = actual.Length - 1; j >= 0; j--)
            {
                best[i, j] = Math.Max(Math.Max(best[i + 1, j], best[i, j + 1]), gain[i, j] + best[i + 1, j + 1]);
            }
        }

        int[] pairs = new int[expected.Length];
        Array.Fill(pairs, -1);
        for (int i = 0, j = 0; i < expected.Length && j < actual.Length;)
        {
            if (gain[i, j] > 0 && best[i, j] == gain[i, j] + best[i + 1, j + 1])
            {
                pairs[i++] = j++;
            }
            else if (best[i, j] == best[i + 1, j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return pairs;
    }

    // A pair is worth its label's likeness, and a little more for each other cell that agrees.
    private static double[,] Gains(ImmutableArray<GoldRow> expected, ImmutableArray<ResultRow> actual)
    {
        double[,] gain = new double[expected.Length, actual.Length];
        string[] labels = [.. actual.Select(r => LooseText.Fold(r.Label))];
        for (int i = 0; i < expected.Length; i++)
        {
            string label = LooseText.Fold(expected[i].Label);
            for (int j = 0; j < actual.Length; j++)
            {
                if (label != labels[j] && Math.Min(label.Length, labels[j].Length) < 0.6 * Math.Max(label.Length, labels[j].Length))
                {
                    continue;
                }

                double similarity = label == labels[j] ? 1 : LooseText.Similarity(label, labels[j]);
                if (similarity > MinimumSimilarity)
                {
                    gain[i, j] = similarity
                        + (LooseText.AreSame(expected[i].Stt, actual[j].Stt) ? 0.1 : 0)
                        + (LooseText.AreSame(expected[i].Unit, actual[j].Unit) ? 0.1 : 0)
                        + (LooseText.AreSame(expected[i].Value, actual[j].Value) ? 0.1 : 0);
                }
            }
        }

        return gain;
    }
}
