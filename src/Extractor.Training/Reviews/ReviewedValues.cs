using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Extractor.Models;
using Extractor.Scoring;
using Extractor.Training.Calibration;
using Extractor.Validation.Repairs;
using Extractor.Values;

namespace Extractor.Training.Reviews;

/// <summary>
/// What corrections of values teach: whether cells that were read like this one turned out right, which calibrates the reading's part, and by which slip a figure
/// came to be wrong, which weighs the hints. The last word about a row counts.
/// </summary>
/// <param name="Cases">One case a reviewed value.</param>
/// <param name="Slips">Kinds of the slips that were corrected; null for one that is no usual slip.</param>
internal sealed record ReviewedValues(ImmutableArray<FieldCase> Cases, ImmutableArray<Slip?> Slips)
{
    private const string Name = "reviewed values";

    // Reviewers correct values of rows whose code they agree with; what the mapping said of them is not on record.
    private const double MappingAgreedWith = 0.995;

    /// <summary>Nothing reviewed.</summary>
    public static ReviewedValues None { get; } = new([], []);

    /// <summary>SHA-256 over what was learned.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Gathers the values that reviewers agreed with or corrected, oldest first.</summary>
    /// <param name="corrections">The corrections.</param>
    /// <param name="schema">Schema of the codes.</param>
    /// <exception cref="InvalidDataException">A value is no figure.</exception>
    public static ReviewedValues From(ImmutableArray<Correction> corrections, IndicatorSchema schema)
    {
        Correction[] settled =
        [
            .. corrections.Where(c => c.Kind == CorrectionKind.Value).GroupBy(c => (c.Document, c.Table, c.Row))
                .OrderBy(g => g.Key.Document, StringComparer.Ordinal).ThenBy(g => g.Key.Table).ThenBy(g => g.Key.Row).Select(g => g.Last()),
        ];
        if (settled.Length == 0)
        {
            return None;
        }

        Slip?[] slips =
        [
            .. settled.Where(c => c.From != c.To).Select(c => (Written: FigureOf(c, c.From), Meant: FigureOf(c, c.To)))
                .Where(p => p.Written is not null && p.Meant is not null).Select(p => TypicalSlips.Between(p.Written!.Value, p.Meant!.Value)),
        ];
        string all = string.Concat(settled.Select(c => $"{c.Document}|{c.Table}|{c.Row}|{c.Value}|{c.From}|{c.To}\n"));
        return new ReviewedValues([.. settled.Select(c => CaseOf(c, schema))], [.. slips])
        {
            Fingerprint = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(all))),
        };
    }

    // The cell is read again: how sure its reading was depends on what is printed in it alone.
    private static FieldCase CaseOf(Correction correction, IndicatorSchema schema)
    {
        Indicator? indicator = correction.Code is null ? null : schema.Find(correction.Code);
        CellReading reading = CellValueReader.Read(new PlacedText(correction.Value), new CellContext(indicator, correction.Unit, null));
        FileFormat format = correction.Format ?? FileFormat.Docx;
        var evidence = new FieldEvidence(
            MappingAgreedWith, reading.Confidence.Value, IsProse: false, reading.Status, !reading.Issues.IsEmpty, AreColumnsLost: false, MappingAgreedWith,
            new ReportTrust(format, [], 0, MappingAgreedWith), default);
        return new FieldCase(
            Name, reading.Status == FieldStatus.Reported ? CaseKind.Figure : CaseKind.Empty, format, IsDamaged: false, indicator?.Kind ?? ValueKind.Count,
            FieldSignal.Read(evidence), correction.From == correction.To);
    }

    private static decimal? FigureOf(Correction correction, string? text) =>
        text is null ? null
        : decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal figure) ? figure
        : text.Contains('/', StringComparison.Ordinal) ? null
        : throw new InvalidDataException($"The correction of '{correction.Label}' in '{correction.Document}' states '{text}', which is no figure.");
}
