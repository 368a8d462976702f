using System.Collections.Immutable;
using Extractor.Mapping.Heuristic;
using Extractor.Mapping.Learned;
using Extractor.Models;
using Extractor.Training.Forms;

namespace Extractor.Training.Learning;

/// <summary>
/// Maps every form with a model that has seen nothing of it: neither its labels as wordings, nor the aliases that it alone supports, nor its rows in any fit,
/// that of the calibration included.
/// </summary>
internal sealed class HeldOutForms
{
    /// <summary>Forms at which a calibration on the others means something.</summary>
    private const int FewestForms = 3;

    private readonly ImmutableArray<FormReading> _readings;
    private readonly ImmutableArray<FormReading> _others;
    private readonly MappingWeights? _start;

    /// <summary>Reads every form with a vocabulary that has nothing of it.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="forms">The labelled forms.</param>
    /// <param name="others">Readings that belong to no form, such as synthetic tables.</param>
    /// <param name="start">Where fits start.</param>
    public HeldOutForms(IndicatorSchema schema, ImmutableArray<LabelledForm> forms, ImmutableArray<FormReading> others, MappingWeights? start)
    {
        _start = start;
        var vocabulary = new FormVocabulary(schema, forms);
        _others = others;
        _readings =
        [
            .. forms.Select((form, f) => new FormReading(
                form, SchemaIndex.With(vocabulary.SchemaWithout(f), vocabulary.Wordings(other => other == f)), 1, 1)),
        ];
    }

    /// <summary>All readings that weights are fitted on, each form read without its own labels.</summary>
    public IReadOnlyList<FormReading> Readings => [.. _readings, .. _others];

    /// <summary>By form, what a model fitted on the others makes of it, with the confidence that a calibration on the others gives.</summary>
    public ImmutableArray<ImmutableArray<RowOutcome>> Judge(CancellationToken cancellationToken)
    {
        var outcomes = ImmutableArray.CreateBuilder<ImmutableArray<RowOutcome>>(_readings.Length);
        foreach (FormReading held in _readings)
        {
            cancellationToken.ThrowIfCancellationRequested();
            outcomes.Add(held.Judge(WeightFitter.Fit([.. Readings.Where(r => r != held)], _start)));
        }

        return outcomes.Count < FewestForms
            ? [.. outcomes.Select(o => CalibrationFitter.Apply(CalibrationFitter.Fit(o), o))]
            : [.. outcomes.Select(held => CalibrationFitter.Apply(CalibrationFitter.Fit(outcomes.Where(o => o != held).SelectMany(o => o)), held))];
    }
}
