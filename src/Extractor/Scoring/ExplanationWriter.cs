using System.Collections.Immutable;
using System.Globalization;
using Extractor.Mapping;
using Extractor.Models;

namespace Extractor.Scoring;

/// <summary>Puts what a confidence is made of into the words of the contract.</summary>
internal static class ExplanationWriter
{
    // More digits mean nothing, fewer would no longer give the field's confidence.
    private const string Digits = "G6";

    /// <summary>Writes the explanation of a field.</summary>
    /// <param name="confidence">What its confidence is made of.</param>
    /// <param name="language">Language of the texts.</param>
    public static Explanation Write(ConfidenceExplanation confidence, UserLanguage language)
    {
        FieldEvidence field = confidence.Field;
        var signals = ImmutableArray.CreateBuilder<ExplanationSignal>();
        AddMapping(signals, confidence.Signals, language);
        if (field.IsProse)
        {
            Add(signals, "statedInProse", field.Reading, ExplanationTexts.StatedInProse, language);
        }

        AddWitnesses(signals, field.Witnesses, language);
        AddReport(signals, field, language);
        return new Explanation(
            new ExplanationParts(
                Rounded(field.Mapping), Rounded(field.Reading), Rounded(confidence.Agreement), Rounded(confidence.Rules), Rounded(confidence.Calibration)),
            signals.ToImmutable());
    }

    private static void AddReport(ImmutableArray<ExplanationSignal>.Builder signals, FieldEvidence field, UserLanguage language)
    {
        Add(signals, "formFit", field.Report.FormFit, ExplanationTexts.FormFit, language);
        if (!field.IsProse)
        {
            Add(signals, "rowsNearby", field.Nearby, ExplanationTexts.RowsNearby, language);
        }

        if (field.Report.Illegible > 0)
        {
            Add(signals, "illegibleWords", -field.Report.Illegible, ExplanationTexts.IllegibleWords, language);
        }

        if (field.Report.OddShare > 0)
        {
            Add(signals, "oddFigures", -field.Report.OddShare, ExplanationTexts.OddFigures, language);
        }

        if (field.IsOdd)
        {
            Add(signals, "oddFigure", -1, ExplanationTexts.OddFigure, language);
        }
    }

    // What a reviewer settled stands whatever the scores say, so the scores explain nothing there.
    private static void AddMapping(ImmutableArray<ExplanationSignal>.Builder signals, ImmutableArray<MappingSignal> mapping, UserLanguage language)
    {
        bool isReviewed = mapping.Any(s => s is { Name: SignalName.Remembered, Value: > 0 });
        foreach (MappingSignal signal in mapping)
        {
            double value = signal.Value;
            switch (signal.Name)
            {
                case SignalName.LeadOverNext when !isReviewed:
                    Add(signals, "leadOverNext", value, value > 0 ? ExplanationTexts.LeadsNext : ExplanationTexts.TrailsNext, language);
                    break;
                case SignalName.LeadOverNone when !isReviewed:
                    Add(signals, "leadOverNone", value, value > 0 ? ExplanationTexts.LeadsNone : ExplanationTexts.TrailsNone, language);
                    break;
                case SignalName.FirstLead when !isReviewed:
                    Add(signals, "leadAlone", value, value > 0 ? ExplanationTexts.LeadsAlone : ExplanationTexts.TrailsAlone, language);
                    break;
                case SignalName.LabelCovered when !isReviewed:
                    Add(signals, "labelExplained", value, ExplanationTexts.LabelExplained, language);
                    break;
                case SignalName.NeedsPlace when !isReviewed && value > 0:
                    Add(signals, "needsPlace", -1, ExplanationTexts.NeedsPlace, language);
                    break;
                case SignalName.Remembered when isReviewed:
                    Add(signals, "reviewed", 1, ExplanationTexts.Reviewed, language);
                    break;
                case SignalName.ColumnsLost:
                    Add(signals, "columnsLost", -1, ExplanationTexts.ColumnsLost, language);
                    break;
                case SignalName.ColumnTaken:
                    Add(signals, "columnTaken", value, ExplanationTexts.ColumnTaken, language);
                    break;
                case SignalName.RowTaken:
                    Add(signals, "rowTaken", value, ExplanationTexts.RowTaken, language);
                    break;
            }
        }
    }

    private static void AddWitnesses(ImmutableArray<ExplanationSignal>.Builder signals, ConfidenceWitnesses witnesses, UserLanguage language)
    {
        AddCount("placesAgree", witnesses.Agreeing, 1, ExplanationTexts.PlacesAgree);
        AddCount("placesDisagree", witnesses.Disagreeing, -1, ExplanationTexts.PlacesDisagree);
        AddCount("rulesHold", witnesses.Support.Holding, 1, ExplanationTexts.RulesHold);
        AddCount("rulesBroken", witnesses.Support.Broken, -1, ExplanationTexts.RulesBroken);
        if (witnesses.Support.IsSuspect)
        {
            Add(signals, "suspect", -1, ExplanationTexts.Suspect, language);
        }

        void AddCount(string name, int count, int direction, Func<int, LocalText> text)
        {
            if (count > 0)
            {
                Add(signals, name, direction * count, text(count), language);
            }
        }
    }

    private static void Add(ImmutableArray<ExplanationSignal>.Builder signals, string name, double value, LocalText text, UserLanguage language) =>
        signals.Add(new ExplanationSignal(name, Rounded(value), text.In(language)));

    private static double Rounded(double value) => double.Parse(value.ToString(Digits, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
