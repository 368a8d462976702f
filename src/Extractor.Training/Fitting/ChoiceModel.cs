using System.Collections.Immutable;
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
        var likelihood = new Likelihood(cases, candidates.Length, none.Length, ridge);
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

    private sealed class Likelihood(IReadOnlyList<ChoiceCase> cases, int candidateFeatures, int noneFeatures, double ridge)
    {
        private double _least = double.PositiveInfinity;

        public Vector<double> Best { get; private set; } = Vector<double>.Build.Dense(candidateFeatures + noneFeatures);

        public (double Value, Vector<double> Gradient) Evaluate(Vector<double> point)
        {
            double[] weights = point.ToArray();
            double[] gradient = new double[weights.Length];
            double loss = 0;
            double[] scores = [];
            foreach (ChoiceCase one in cases)
            {
                int readings = one.IsRight.Length;
                scores = scores.Length < readings ? new double[readings] : scores;
                loss += one.Weight * Add(one, weights, gradient, scores.AsSpan(0, readings));
            }

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

        private double Add(ChoiceCase one, double[] weights, double[] gradient, Span<double> scores)
        {
            double top = double.NegativeInfinity;
            for (int r = 0; r < scores.Length; r++)
            {
                ReadOnlySpan<float> features = FeaturesOf(one, r, out int offset);
                double score = 0;
                for (int f = 0; f < features.Length; f++)
                {
                    score += features[f] * weights[offset + f];
                }

                scores[r] = score;
                top = Math.Max(top, score);
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
                ReadOnlySpan<float> features = FeaturesOf(one, r, out int offset);
                for (int f = 0; f < features.Length; f++)
                {
                    gradient[offset + f] += push * features[f];
                }
            }

            return -Math.Log(right / sum);
        }

        private ReadOnlySpan<float> FeaturesOf(ChoiceCase one, int reading, out int offset)
        {
            bool isNone = reading == one.IsRight.Length - 1;
            offset = isNone ? candidateFeatures : 0;
            return isNone ? one.None : one.Candidates.AsSpan(reading * candidateFeatures, candidateFeatures);
        }
    }
}
