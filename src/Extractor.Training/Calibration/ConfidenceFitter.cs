using System.Collections.Immutable;
using Extractor.Mapping.Learned;
using Extractor.Scoring;
using Extractor.Training.Fitting;

namespace Extractor.Training.Calibration;

/// <summary>Fits the weights of a confidence model to fields whose forms the mapping had not seen.</summary>
internal static class ConfidenceFitter
{
    private const double Ridge = 0.5;

    /// <summary>Cases of one kind below which its weights stay as they are.</summary>
    private const int FewestCases = 300;

    /// <summary>Weights for these cases.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="present">Weights for what there are too few cases of.</param>
    public static ConfidenceModel Fit(IEnumerable<FieldCase> cases, ConfidenceModel present)
    {
        ILookup<CaseKind, FieldCase> byKind = cases.ToLookup(c => c.Kind);
        return present with
        {
            OfFigure = Fit([.. byKind[CaseKind.Figure]], FieldSignal.Definitions, present.OfFigure),
            OfEmpty = Fit([.. byKind[CaseKind.Empty]], FieldSignal.Definitions, present.OfEmpty),
            OfProse = Fit([.. byKind[CaseKind.Prose]], FieldSignal.Definitions, present.OfProse),
            OfForeign = Fit([.. byKind[CaseKind.Foreign]], ForeignSignal.Definitions, present.OfForeign),
        };
    }

    /// <summary>The cases with the confidence that a model gives them.</summary>
    public static IEnumerable<FieldCase> Apply(ConfidenceModel model, IEnumerable<FieldCase> cases) => cases.Select(c => c with
    {
        Confidence = ConfidenceModel.Of(c.Signals, c.Kind switch
        {
            CaseKind.Figure => model.OfFigure,
            CaseKind.Empty => model.OfEmpty,
            CaseKind.Prose => model.OfProse,
            _ => model.OfForeign,
        }).Value,
    });

    /// <summary>By form, the cases with the confidence of a model fitted on the other forms alone.</summary>
    public static ImmutableArray<ImmutableArray<FieldCase>> Judge(ImmutableArray<ImmutableArray<FieldCase>> forms, ConfidenceModel present, CancellationToken cancellationToken)
    {
        var judged = ImmutableArray.CreateBuilder<ImmutableArray<FieldCase>>(forms.Length);
        for (int held = 0; held < forms.Length; held++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int left = held;
            judged.Add([.. Apply(Fit(forms.Where((_, f) => f != left).SelectMany(f => f), present), forms[held])]);
        }

        return judged.MoveToImmutable();
    }

    private static float[] Fit(FieldCase[] cases, ImmutableArray<FeatureDefinition> signals, float[] present) => cases.Length < FewestCases
        ? present
        : ChoiceModel.Fit([.. cases.Select(c => new ChoiceCase(c.Signals, [], [c.IsRight, !c.IsRight], 1))], signals, [], Ridge, null).Candidates;
}
