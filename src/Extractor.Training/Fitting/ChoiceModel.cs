using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Extractor.Mapping.Learned;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace Extractor.Training.Fitting;

/// <summary>
/// Logistic regression over the readings of a row (conditional logit, McFadden 1974): the probability of a reading is its weighted evidence against that of
/// the row's other readings, "none of the schema" among them. Weights keep the sign their evidence has, so that no accident of the data
/// makes a contradiction speak for a reading.
/// </summary>
internal static class ChoiceModel
{
    private const double LargestWeight = 40;
    private const int MostIterations = 400;

    /// <summary>Fits weights for candidates and for none by maximum likelihood with a ridge.</summary>
    public static (float[] Candidates, float[] None) Fit(
        IReadOnlyList<ChoiceCase> cases, ImmutableArray<FeatureDefinition> candidates, ImmutableArray<FeatureDefinition> none, double ridge,
        float[]? start)
    {
        ImmutableArray<FeatureDefinition> features = candidates.AddRange(none);
        int count = features.Length;
        Vector<double> lower = Vector<double>.Build.Dense(count, i => features[i].Sign > 0 ? 0 : -LargestWeight);
        Vector<double> upper = Vector<double>.Build.Dense(count, i => features[i].Sign < 0 ? 0 : LargestWeight);
        var likelihood = new Likelihood([.. cases.Select(WideCase.Of)], candidates.Length, none.Length, ridge);
        IObjectiveFunction objective = ObjectiveFunction.Gradient(likelihood.Evaluate);
        var minimizer = new BfgsBMinimizer(1e-4, 1e-6, 1e-7, MostIterations);
        Vector<double> first = Vector<double>.Build.Dense(count, i => start?[i] ?? (0.5 * features[i].Sign));
        Vector<double> weights;
        try
        {
            weights = minimizer.FindMinimum(objective, lower, upper, first).MinimizingPoint;
        }
        catch (OptimizationException)
        {
            // The line search gives up where rounding hides further progress; the best point so far is the fit.
            weights = likelihood.Best;
        }

        float[] all = [.. weights.Select(w => (float)Math.Round(w, 4))];
        return (all[..candidates.Length], all[candidates.Length..]);
    }

    // Rows of whole vectors: a fit spends all its time in products of features and weights. Vectors of one width add up the same on every machine.
    private sealed record WideCase(double[][] Readings, bool[] IsRight, double Weight)
    {
        public static WideCase Of(ChoiceCase one)
        {
            int readings = one.IsRight.Length;
            int features = readings > 1 ? one.Candidates.Length / (readings - 1) : 0;
            return new WideCase(
                [.. Enumerable.Range(0, readings).Select(r => Widen(r == readings - 1 ? one.None : one.Candidates.AsSpan(r * features, features)))],
                one.IsRight,
                one.Weight);
        }

        private static double[] Widen(ReadOnlySpan<float> features)
        {
            double[] wide = new double[PaddedLength(features.Length)];
            for (int f = 0; f < features.Length; f++)
            {
                wide[f] = features[f];
            }

            return wide;
        }
    }

    private static int PaddedLength(int length) => (length + Vector256<double>.Count - 1) / Vector256<double>.Count * Vector256<double>.Count;

    private sealed class Likelihood(WideCase[] cases, int candidateFeatures, int noneFeatures, double ridge)
    {
        private double _least = double.PositiveInfinity;

        public Vector<double> Best { get; private set; } = Vector<double>.Build.Dense(candidateFeatures + noneFeatures);

        public (double Value, Vector<double> Gradient) Evaluate(Vector<double> point)
        {
            double[] weights = point.ToArray();
            double[][] byKind = [new double[PaddedLength(candidateFeatures)], new double[PaddedLength(noneFeatures)]];
            double[][] pushes = [new double[byKind[0].Length], new double[byKind[1].Length]];
            weights.AsSpan(0, candidateFeatures).CopyTo(byKind[0]);
            weights.AsSpan(candidateFeatures).CopyTo(byKind[1]);
            double loss = 0;
            double[] scores = [];
            foreach (WideCase one in cases)
            {
                int readings = one.IsRight.Length;
                scores = scores.Length < readings ? new double[readings] : scores;
                loss += one.Weight * Add(one, byKind, pushes, scores.AsSpan(0, readings));
            }

            double[] gradient = [.. pushes[0][..candidateFeatures], .. pushes[1][..noneFeatures]];
            for (int i = 0; i < weights.Length; i++)
            {
                loss += 0.5 * ridge * weights[i] * weights[i];
                gradient[i] += ridge * weights[i];
            }

            if (loss < _least)
            {
                (_least, Best) = (loss, point.Clone());
            }

            return (loss, Vector<double>.Build.DenseOfArray(gradient));
        }

        private static double Add(WideCase one, double[][] weights, double[][] gradient, Span<double> scores)
        {
            double top = double.NegativeInfinity;
            for (int r = 0; r < scores.Length; r++)
            {
                scores[r] = Product(one.Readings[r], weights[r == scores.Length - 1 ? 1 : 0]);
                top = Math.Max(top, scores[r]);
            }

            double sum = 0, right = 0;
            for (int r = 0; r < scores.Length; r++)
            {
                scores[r] = Math.Exp(scores[r] - top);
                sum += scores[r];
                right += one.IsRight[r] ? scores[r] : 0;
            }

            for (int r = 0; r < scores.Length; r++)
            {
                double push = one.Weight * ((scores[r] / sum) - (one.IsRight[r] ? scores[r] / right : 0));
                AddScaled(one.Readings[r], push, gradient[r == scores.Length - 1 ? 1 : 0]);
            }

            return -Math.Log(right / sum);
        }

        private static double Product(double[] features, double[] weights)
        {
            ReadOnlySpan<Vector256<double>> one = MemoryMarshal.Cast<double, Vector256<double>>(features), other = MemoryMarshal.Cast<double, Vector256<double>>(weights);
            Vector256<double> sum = Vector256<double>.Zero;
            for (int v = 0; v < one.Length; v++)
            {
                sum += one[v] * other[v];
            }

            return Vector256.Sum(sum);
        }

        private static void AddScaled(double[] features, double scale, double[] sums)
        {
            ReadOnlySpan<Vector256<double>> added = MemoryMarshal.Cast<double, Vector256<double>>(features);
            Span<Vector256<double>> all = MemoryMarshal.Cast<double, Vector256<double>>(sums.AsSpan());
            for (int v = 0; v < added.Length; v++)
            {
                all[v] += added[v] * scale;
            }
        }
    }
}
