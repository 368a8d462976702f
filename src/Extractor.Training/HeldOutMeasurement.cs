using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Extractor.Mapping;
using Extractor.Mapping.Learned;
using Extractor.Models;
using Extractor.Training.Figures;
using Extractor.Training.Forms;

namespace Extractor.Training;

/// <summary>
/// What the present model makes of labelled forms it was not trained on. A form can be measured so only once: who has looked at its errors and mended the
/// family's vocabulary measures what was mended.
/// </summary>
public sealed class HeldOutMeasurement
{
    private HeldOutMeasurement(string report) => Report = report;

    /// <summary>Figures by form and the rows that were wrong, tab-separated, the surest errors of a form first.</summary>
    public string Report { get; }

    /// <summary>Maps every form of a folder and compares.</summary>
    /// <param name="formsFolder">Folder with labelled forms.</param>
    /// <param name="modelFile">The model; the one inside the program if there is no such file.</param>
    /// <param name="cancellationToken">Looked at for every row.</param>
    /// <exception cref="InvalidDataException">A form cannot be read.</exception>
    /// <exception cref="IOException">A file cannot be opened.</exception>
    public static HeldOutMeasurement Take(string formsFolder, string? modelFile, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(formsFolder);
        MappingModel model = modelFile is not null && File.Exists(modelFile) ? MappingModelFile.ReadFile(modelFile) : MappingModelFile.ReadEmbedded();
        ImmutableArray<LabelledForm> forms = FormReader.ReadFolder(formsFolder);
        IndicatorSchema schema = FormFamily.Of(forms);
        var mapper = new LearnedRowMapper(model);
        var all = new List<Judgement>();
        var report = new StringBuilder("form\trows\tright\tforeign\tece\tauroc\tuntouched\n");
        var wrong = new StringBuilder();
        foreach (LabelledForm form in forms)
        {
            Judgement[] rows = [.. mapper.Map(form.Tables, schema, cancellationToken).Zip(form.Codes, (choice, codes) => new Judgement(choice, codes))];
            all.AddRange(rows);
            // A form that was trained on is remembered; its figures say nothing about new ones.
            bool isKnown = model.MemoryOf(schema.Family).Forms.Any(f => f.Name == form.Name);
            Line(report, isKnown ? $"{form.Name} (trained on)" : form.Name, rows);
            foreach (Judgement row in rows.Where(r => !r.IsRight).OrderByDescending(r => r.Choice.Confidence.Value))
            {
                wrong.Append(CultureInfo.InvariantCulture, $"{form.Name}\t{row.Choice.Confidence.Value:0.00}\t{row.Choice.Indicator?.Code ?? "-"}\t{string.Join('|', row.Codes.Select(c => c ?? "-"))}\t{row.Choice.Row.Label.Text}\n");
            }
        }

        Line(report, "all", all);
        return new HeldOutMeasurement(report.Append("\nform\tconfidence\tchosen\tright\tlabel\n").Append(wrong).ToString());
    }

    private static void Line(StringBuilder report, string name, IReadOnlyCollection<Judgement> rows)
    {
        CalibrationFigures figures = CalibrationFigures.Of([.. rows.Select(r => (r.Choice.Confidence.Value, r.IsRight))]);
        report.Append(CultureInfo.InvariantCulture, $"{name}\t{figures.Count}\t{figures.Accuracy:0.000}\t{rows.Count(r => r is { IsForeign: true, IsRight: true })}/{rows.Count(r => r.IsForeign)}");
        report.Append(CultureInfo.InvariantCulture, $"\t{figures.ExpectedCalibrationError:0.000}\t{figures.Auroc:0.000}\t{figures.Untouched:0.000}\n");
    }

    private sealed record Judgement(RowChoice Choice, ImmutableArray<string?> Codes)
    {
        public bool IsRight => Codes.Contains(Choice.Indicator?.Code);

        public bool IsForeign => Codes.Contains(null);
    }
}
