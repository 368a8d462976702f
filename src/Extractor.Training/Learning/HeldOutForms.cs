using System.Collections.Immutable;
using Extractor.Mapping.Heuristic;
using Extractor.Mapping.Learned;
using Extractor.Models;
using Extractor.Training.Forms;

namespace Extractor.Training.Learning;

/// <summary>
/// Maps every form with a model that has seen nothing of it or of others of its source: neither their labels as wordings, nor the aliases that they alone
/// support, nor their rows in any fit, that of the calibration included.
/// </summary>
internal sealed class HeldOutForms
{
    /// <summary>Forms at which a calibration on the others means something.</summary>
    private const int FewestForms = 3;

    private const double ThinnedWeight = 0.15;
    private const double Forgotten = 0.6;

    private readonly ImmutableArray<FormReading> _readings;
    private readonly ImmutableArray<FormReading> _thinned;
    private readonly ImmutableArray<FormReading> _others;
    private readonly MappingWeights? _start;
    private readonly FormVocabulary _vocabulary;
    private readonly ImmutableArray<LabelledForm> _forms;
    private readonly IndicatorSchema _schema;
    private readonly List<MappingWeights> _weights = [];

    /// <summary>Reads every form with a vocabulary that has nothing of its source.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="forms">The labelled forms.</param>
    /// <param name="others">Readings that belong to no form, such as synthetic tables.</param>
    /// <param name="start">Where fits start.</param>
    public HeldOutForms(IndicatorSchema schema, ImmutableArray<LabelledForm> forms, ImmutableArray<FormReading> others, MappingWeights? start)
    {
        _start = start;
        var vocabulary = _vocabulary = new FormVocabulary(schema, forms);
        (_schema, _forms) = (schema, forms);
        _others = others;
        Dictionary<string, SchemaIndex> indexes = forms.Select(f => f.Source).Distinct()
            .ToDictionary(source => source, source => SchemaIndex.With(vocabulary.SchemaWithout(source), vocabulary.WordingsWithout(source), vocabulary.ForeignWithout(source)));
        _readings = [.. forms.Select(form => new FormReading(form, indexes[form.Source], 1 - ThinnedWeight, 1 - ThinnedWeight))];
        _thinned = [.. forms.Select((form, f) => new FormReading(form, Thinned(form.Source, (ulong)f), ThinnedWeight, ThinnedWeight))];
    }

    /// <summary>All readings that weights are fitted on, each form read without the labels of its source.</summary>
    public IReadOnlyList<FormReading> Readings => [.. _readings, .. _thinned, .. _others];

    /// <summary>By form, what a model fitted on the other sources makes of it, with the confidence that a calibration on those gives.</summary>
    public ImmutableArray<ImmutableArray<RowOutcome>> Judge(CancellationToken cancellationToken)
    {
        var bySource = new Dictionary<string, MappingWeights>(StringComparer.Ordinal);
        var outcomes = ImmutableArray.CreateBuilder<ImmutableArray<RowOutcome>>(_readings.Length);
        foreach (FormReading held in _readings)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!bySource.TryGetValue(held.Form.Source, out MappingWeights? weights))
            {
                bySource[held.Form.Source] = weights = WeightFitter.Fit([.. Readings.Where(r => r.Form.Source != held.Form.Source)], _start);
            }

            _weights.Add(weights);
            outcomes.Add(held.Judge(weights));
        }

        return outcomes.Count < FewestForms
            ? [.. outcomes.Select(o => CalibrationFitter.Apply(CalibrationFitter.Fit(o), o))]
            : [.. outcomes.Select((held, h) => CalibrationFitter.Apply(CalibrationFitter.Fit(OtherSources(h, outcomes).SelectMany(o => o)), held))];
    }

    /// <summary>By form, the model that has seen nothing of its source, with the schema it knows; after <see cref="Judge"/>.</summary>
    /// <param name="outcomes">What the models made of the forms.</param>
    public ImmutableArray<HeldOutModel> Models(ImmutableArray<ImmutableArray<RowOutcome>> outcomes) =>
    [
        .. _forms.Select((form, f) => new HeldOutModel(form, Blind(form.Source), new MappingModel
        {
            FeatureVersion = MappingModel.CurrentFeatureVersion,
            Seed = 0,
            TrainingData = "",
            Weights = _weights[f],
            Calibration = CalibrationFitter.Fit(outcomes.Length < FewestForms ? outcomes[f] : OtherSources(f, outcomes).SelectMany(o => o)),
            HeldOut = [],
            Families = ImmutableDictionary<string, FamilyMemory>.Empty.Add(_schema.Family, new FamilyMemory(_vocabulary.WordingsWithout(form.Source), _vocabulary.ForeignWithout(form.Source), [])),
        })),
    ];

    // Rules and prose patterns are the family's own; only the aliases of one source give it away.
    private IndicatorSchema Blind(string source)
    {
        IndicatorSchema blind = _vocabulary.SchemaWithout(source);
        return new IndicatorSchema(blind.Family, blind.Version, blind.Title, blind.Indicators, blind.Units, blind.Contrasts, blind.Synonyms)
        {
            Prose = _schema.Prose,
            Rules = _schema.Rules,
            Crossed = _schema.Crossed,
            Signs = _schema.Signs,
        };
    }

    private SchemaIndex Thinned(string source, ulong seed)
    {
        (IndicatorSchema schema, ImmutableArray<LearnedWording> wordings) =
            ThinnedVocabulary.Of(_vocabulary.SchemaWithout(source), _vocabulary.WordingsWithout(source), Forgotten, seed);
        return SchemaIndex.With(schema, wordings, _vocabulary.ForeignWithout(source));
    }

    private IEnumerable<ImmutableArray<RowOutcome>> OtherSources(int held, IReadOnlyList<ImmutableArray<RowOutcome>> outcomes) =>
        outcomes.Where((_, o) => _readings[o].Form.Source != _readings[held].Form.Source);
}

/// <summary>A model that has seen nothing of a form.</summary>
/// <param name="Form">The form.</param>
/// <param name="Schema">The schema without the aliases that the form alone supports.</param>
/// <param name="Model">The model.</param>
internal sealed record HeldOutModel(LabelledForm Form, IndicatorSchema Schema, MappingModel Model);
