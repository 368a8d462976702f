using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Extractor.Mapping.Learned;
using Extractor.Scoring;
using Extractor.Training.Learning;
using Extractor.Training.Reviews;

namespace Extractor.Training.Calibration;

/// <summary>
/// Fits the confidence model: reports on every form are printed, damaged and read the whole way by a mapping model that has not seen the form, and what came
/// out is held against what is true. Figures come from models fitted on the other forms.
/// </summary>
internal static class ConfidenceTrainer
{
    /// <summary>Forms at which leaving one out means something.</summary>
    private const int FewestForms = 3;

    /// <summary>Fits a model.</summary>
    /// <param name="mapping">The mapping with the models that have not seen a form.</param>
    /// <param name="values">What reviewers said of single values.</param>
    /// <param name="present">The model in force; its weights stand where there is too little to learn from.</param>
    /// <param name="seed">Decides figures, layouts and damage.</param>
    /// <param name="cancellationToken">Looked at between reports.</param>
    public static ConfidenceTraining Train(
        TrainingResult mapping, ReviewedValues values, ConfidenceModel present, int seed, CancellationToken cancellationToken = default)
    {
        var outcomes = ImmutableArray.CreateBuilder<FormOutcome>(mapping.Blind.Length);
        foreach (HeldOutModel held in mapping.Blind)
        {
            outcomes.Add(BlindReading.Read(held, present, seed, cancellationToken));
        }

        ImmutableArray<FormOutcome> forms = outcomes.MoveToImmutable();
        ImmutableArray<ImmutableArray<FieldCase>> cases = [.. forms.Select(f => f.Cases)];
        if (!values.Cases.IsEmpty)
        {
            cases = cases.Add(values.Cases);
        }

        ImmutableArray<ImmutableArray<FieldCase>> judged = cases.Length < FewestForms
            ? cases
            : ConfidenceFitter.Judge(cases, present, cancellationToken);
        ConfidenceModel model = ConfidenceFitter.Fit(cases.SelectMany(c => c), present) with
        {
            TrainingData = Fingerprint(mapping, values, seed),
            Slips = SlipSharesOf(values),
            Brier = judged.SelectMany(j => j).Select(c => Math.Pow(c.Confidence - (c.IsRight ? 1 : 0), 2)).DefaultIfEmpty(0).Average(),
            HeldOut = [.. judged.Select(j => new HeldOutForm(j[0].Form, j.Length, j.Count(c => c.IsRight)))],
        };
        return new ConfidenceTraining(model, forms, judged);
    }

    private static Validation.Repairs.SlipShares SlipSharesOf(ReviewedValues values) => Validation.Repairs.SlipShares.Default.With(values.Slips);

    private static string Fingerprint(TrainingResult mapping, ReviewedValues values, int seed) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{mapping.Model.TrainingData} {seed} {values.Fingerprint}")));
}

/// <summary>A fitted confidence model with what models that had seen nothing of a form made of its fields.</summary>
/// <param name="Model">The model.</param>
/// <param name="Forms">What became of each form's reports.</param>
/// <param name="Judged">By form, its fields with their confidences.</param>
internal sealed record ConfidenceTraining(ConfidenceModel Model, ImmutableArray<FormOutcome> Forms, ImmutableArray<ImmutableArray<FieldCase>> Judged);
