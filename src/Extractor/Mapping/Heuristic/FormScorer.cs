using Extractor.Models;

namespace Extractor.Mapping.Heuristic;

/// <summary>What a row's unit, the way its figure is written and its being a heading say about each indicator, the words aside. Not for several threads at once.</summary>
internal sealed class FormScorer(SchemaIndex index, RetrievalWeights weights)
{
    // Few units and kinds of rows occur in a report: what they say is the same for every row that has them.
    private readonly Dictionary<UnitFacts, float[]> _byUnit = [];
    private readonly Dictionary<RowForm, float[]> _byForm = [];

    /// <summary>What its unit and its form say of a row, each for every indicator.</summary>
    public (float[] ByUnit, float[] ByForm) Of(RowNode node)
    {
        if (!_byUnit.TryGetValue(node.Unit, out float[]? byUnit))
        {
            _byUnit[node.Unit] = byUnit = ForAll(facts => Unit(node.Unit, facts));
        }

        RowForm form = FormOf(node);
        if (!_byForm.TryGetValue(form, out float[]? byForm))
        {
            _byForm[form] = byForm = ForAll(facts => ValueForm(node, facts) + Heading(form, facts));
        }

        return (byUnit, byForm);
    }

    private float[] ForAll(Func<IndicatorFacts, float> score)
    {
        float[] scores = new float[index.PaddedCount];
        for (int i = 0; i < index.Facts.Length; i++)
        {
            scores[i] = score(index.Facts[i]);
        }

        return scores;
    }

    private float Unit(UnitFacts unit, IndicatorFacts facts)
    {
        float scale = unit.IsInherited ? 0.5f : 1f;
        if (unit.Options > 0)
        {
            return !facts.IsCoded ? -weights.OptionsConflict * scale
                : facts.Indicator.Options.Length == unit.Options ? weights.OptionsAgreement * scale
                : 0;
        }

        if (unit.Keys == 0 || facts.Indicator.Kind == ValueKind.Heading)
        {
            return 0;
        }

        return facts.IsCoded ? -weights.OptionsConflict * scale
            : (unit.Keys & facts.UnitBit) != 0 ? weights.UnitAgreement * scale
            : -weights.UnitConflict * scale;
    }

    private float ValueForm(RowNode node, IndicatorFacts facts) =>
        !node.IsRatio ? 0 : facts.Indicator.Kind == ValueKind.Ratio ? weights.ValueForm : 0;

    /// <summary>What the cells of a row say of its kind.</summary>
    public static RowForm FormOf(RowNode node)
    {
        bool hasUnit = !node.Unit.IsUnknown && !node.Unit.IsInherited;
        bool isEmpty = node.HasChildren && node.Row is { Value.Text.Length: 0, Group.Length: 0 };
        return hasUnit ? (node.IsRatio ? RowForm.RatioWithUnit : RowForm.FigureWithUnit)
            : !isEmpty ? (node.IsRatio ? RowForm.Ratio : RowForm.Figure)
            : node.NamesFigure ? RowForm.NamedFigureWithoutCell
            : RowForm.Heading;
    }

    private float Heading(RowForm form, IndicatorFacts facts)
    {
        bool isHeading = facts.Indicator.Kind == ValueKind.Heading;
        return form switch
        {
            RowForm.FigureWithUnit or RowForm.RatioWithUnit => isHeading ? -weights.HeadingConflict : 0,
            RowForm.NamedFigureWithoutCell => facts.IsLeaf ? -weights.FigureConflict : 0,
            RowForm.Heading => isHeading ? 0.3f * weights.HeadingConflict
                : facts.IsLeaf ? -weights.HeadingConflict - (facts.NamesFigure ? weights.FigureConflict : 0)
                : facts.NamesFigure ? -weights.FigureConflict
                : 0,
            _ => 0,
        };
    }
}
