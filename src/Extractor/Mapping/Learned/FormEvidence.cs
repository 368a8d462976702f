using Extractor.Mapping.Heuristic;
using Extractor.Models;

namespace Extractor.Mapping.Learned;

/// <summary>Reads the first-pass evidence of a row's unit, figure and position, and that of being none of the schema, beside what its words say.</summary>
internal static class FormEvidence
{
    // What labelled forms never or seldom hold weighs more than a fit with a ridge would make of it.
    private const float NeverSeen = 6;
    private const float SeldomSeen = 3;

    /// <summary>Completes the evidence of a node whose words were read.</summary>
    public static void Read(int at, List<RowNode> nodes, RowReading reading, SchemaIndex index)
    {
        RowNode node = nodes[at];
        var evidence = new RowEvidence(reading.Candidates.Length);
        node.Evidence = evidence;
        reading.Pairs.CopyTo(evidence.Pairs);
        ValueShape shape = ValueShape.Of(node.Row?.Value.Text);
        float position = (float)at / Math.Max(1, nodes.Count - 1);
        float explained = 0, strange = float.PositiveInfinity;
        for (int c = 0; c < reading.Candidates.Length; c++)
        {
            int indicator = reading.Candidates[c].Indicator;
            Span<float> features = evidence.PairOf(c);
            ReadForm(node, index.Facts[indicator], shape, features);
            features[PairFeature.Position] = 1 - MathF.Abs(position - ((float)indicator / index.Facts.Length));
            features[PairFeature.Depth] = 1f / (1 + Math.Abs(Math.Max(0, node.Depth - 1) - index.Facts[indicator].Depth));
            explained = Math.Max(explained, features[PairFeature.LabelCovered]);
            strange = Math.Min(strange, features[PairFeature.Strange]);
        }

        ReadHeadings(node, evidence, index);

        ReadNone(index, node, node.Parent < 0 ? null : nodes[node.Parent], reading.Weight, explained, evidence.None);
        evidence.None[RowFeature.Strange] = float.IsFinite(strange) ? strange : 0;
        (evidence.None[RowFeature.KnownForeign], evidence.None[RowFeature.KnownForeignPlaced]) = reading.Known;
    }

    // A row with a figure that says what a heading does states a figure of the heading.
    private static void ReadHeadings(RowNode node, RowEvidence evidence, SchemaIndex index)
    {
        for (int c = 0; c < node.Candidates.Length; c++)
        {
            int parent = index.Scope.ParentOf(node.Candidates[c].Indicator);
            int above = parent < 0 || index.Facts[parent].Indicator.Kind != ValueKind.Heading ? -1 : node.CandidateOf(parent);
            if (above >= 0)
            {
                Span<float> own = evidence.PairOf(c), heading = evidence.PairOf(above);
                own[PairFeature.FigureOfHeading] = heading[PairFeature.HeadingConflict] * heading[PairFeature.Own]
                    * Math.Max(own[PairFeature.UnitAgreement], own[PairFeature.OptionsAgreement]);
            }
        }
    }

    private static void ReadForm(RowNode node, IndicatorFacts facts, ValueShape shape, Span<float> features)
    {
        UnitFacts unit = node.Unit;
        bool isHeading = facts.Indicator.Kind == ValueKind.Heading;
        float scale = unit.IsInherited ? 0.5f : 1f;
        if (unit.Options > 0)
        {
            features[PairFeature.OptionsConflict] = facts.IsCoded ? 0 : scale;
            features[PairFeature.OptionsAgreement] = facts.IsCoded ? scale * (facts.Indicator.Options.Length == unit.Options ? 1 : 0.5f) : 0;
        }
        else if (unit.Keys != 0 && !isHeading)
        {
            bool agrees = (unit.Keys & facts.UnitBit) != 0;
            features[PairFeature.OptionsConflict] = facts.IsCoded ? scale : 0;
            features[PairFeature.UnitAgreement] = agrees ? scale : 0;
            features[PairFeature.UnitConflict] = agrees || facts.IsCoded ? 0 : scale;
        }

        ValueKind kind = facts.Indicator.Kind;
        features[PairFeature.RatioForm] = node.IsRatio && kind == ValueKind.Ratio ? 1 : 0;
        features[PairFeature.PercentForm] = shape.IsPercent && kind == ValueKind.Percent ? 1 : 0;
        bool conflicts = kind switch
        {
            ValueKind.Percent => shape.IsOverHundred,
            ValueKind.Boolean or ValueKind.Enum => shape is { IsNumber: true, IsCode: false },
            ValueKind.Count or ValueKind.Ratio => shape.IsPercent,
            ValueKind.Heading or ValueKind.Money => false,
            _ => throw new ArgumentOutOfRangeException(nameof(facts), kind, "Unknown kind of figure."),
        };
        features[PairFeature.ValueConflict] = conflicts ? 1 : 0;
        bool hasUnit = !unit.IsUnknown && !unit.IsInherited;
        bool isEmpty = node.Row is null or { Value.Text.Length: 0, Group.Length: 0 } && !hasUnit;
        features[PairFeature.HeadingAgreement] = isHeading && isEmpty ? (node.HasChildren ? 1 : 0.5f) : 0;
        features[PairFeature.HeadingConflict] = isHeading && (hasUnit || shape.IsNumber) ? 1 : 0;
        // A unit is never printed beside a mere heading.
        features[PairFeature.HeadingMeasured] = isHeading && (hasUnit || node.Row is { Unit.Text.Length: > 0 }) ? NeverSeen : 0;
        // "Số cuộc đối thoại (cuộc)": what is counted in a unit of its own is no answer of yes or no.
        features[PairFeature.AnswerCounted] = facts.IsCoded && unit is { Options: 0, IsInherited: false } && (unit.Keys & facts.UnitBit) == 0
            && ((node.Row is { Unit.Text.Length: > 0 } row && !row.Unit.Text.AsSpan().ContainsAnyInRange('0', '9')) || node.NamesFigure) ? 1 : 0;
        features[PairFeature.EmptyLeaf] = isEmpty && node.HasChildren && facts.IsLeaf ? 1 : 0;
        features[PairFeature.FigureNamed] = node.NamesFigure && facts.NamesFigure ? 1 : 0;
    }

    private static void ReadNone(SchemaIndex index, RowNode node, RowNode? parent, float weight, float explained, Span<float> features)
    {
        int unknown = 0;
        foreach (int word in node.Words)
        {
            unknown += word < 0 ? 1 : 0;
        }

        bool isEmpty = node.Row is null or { Value.Text.Length: 0, Unit.Text.Length: 0 };
        features[RowFeature.Always] = 1;
        features[RowFeature.UnknownWords] = Math.Min(1, 2 * unknown * index.Coverage.UnknownRarity / weight);
        features[RowFeature.UnknownUnit] = node.Unit.IsUnknown && node.Row is { Unit.Text.Length: > 0 } ? 1 : 0;
        features[RowFeature.Unexplained] = 1 - explained;
        features[RowFeature.Heading] = isEmpty && node.HasChildren ? 1 : 0;
        features[RowFeature.ShortLabel] = 1f / node.Words.Length;
        features[RowFeature.NoUnit] = isEmpty ? 0 : node.Unit.IsUnknown ? 1 : 0;
        features[RowFeature.EarlierPeriod] = node.IsEarlier ? SeldomSeen : 0;
        features[RowFeature.UnknownAbove] = parent?.Evidence?.None[RowFeature.Unexplained] ?? 0;
    }
}
