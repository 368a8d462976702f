using System.Collections.Immutable;
using Extractor.Evaluation;
using Extractor.Mapping.Learned;
using Extractor.Models;
using Extractor.Scoring;
using Extractor.Training.Calibration;
using Extractor.Training.Forms;
using Extractor.Training.Learning;
using Extractor.Training.Reviews;

namespace Extractor.Training;

/// <summary>One training from its inputs to a model that may be published or not.</summary>
public sealed class TrainingRun
{
    private readonly TrainingResult _result;

    private readonly ConfidenceTraining _confidence;

    private TrainingRun(TrainingResult result, ConfidenceTraining confidence, ImmutableArray<LocalText> worse, string card)
    {
        _result = result;
        _confidence = confidence;
        Worse = worse;
        Card = card;
    }

    /// <summary>Where the model is worse than the present one; it must not be published unless this is empty.</summary>
    public ImmutableArray<LocalText> Worse { get; }

    /// <summary>The model card in Markdown.</summary>
    public string Card { get; }

    /// <summary>Rows of forms left out that were right.</summary>
    public int RightRows => _result.Model.HeldOut.Sum(h => h.Right);

    /// <summary>Rows of forms left out.</summary>
    public int Rows => _result.Model.HeldOut.Sum(h => h.Rows);

    /// <summary>Number of forms left out in turn.</summary>
    public int Forms => _result.Model.HeldOut.Length;

    /// <summary>The bytes of the mapping model's file.</summary>
    public byte[] ToFile() => MappingModelFile.Write(_result.Model);

    /// <summary>The bytes of the confidence model's file.</summary>
    public byte[] ToConfidenceFile() => ConfidenceModelFile.Write(_confidence.Model);

    /// <summary>The card of the confidence model in Markdown.</summary>
    public string ConfidenceCard => Calibration.ConfidenceCard.Write(_confidence);

    /// <summary>Harmonic mean of precision and recall of the values in Word files on forms left out.</summary>
    public double FieldF1 => _confidence.Forms.Aggregate(new ReportScore(), (all, form) => all.Add(form.Word)).FieldF1;

    /// <summary>Trains on the forms that ship, those of a folder and reviews.</summary>
    /// <param name="request">What to train on.</param>
    /// <param name="cancellationToken">Looked at between fits.</param>
    /// <exception cref="InvalidDataException">A form or a correction cannot be read.</exception>
    /// <exception cref="IOException">A file cannot be opened.</exception>
    public static TrainingRun Start(TrainingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ImmutableArray<LabelledForm> forms = FormReader.ReadShipped();
        if (request.FormsFolder is not null)
        {
            ImmutableArray<LabelledForm> more = FormReader.ReadFolder(request.FormsFolder);
            forms = [.. forms.Where(f => more.All(m => m.Name != f.Name)).Concat(more)];
        }

        IndicatorSchema schema = FormFamily.Of(forms);
        ImmutableArray<Correction> corrections = request.ReviewsFile is null ? [] : CorrectionFile.Parse(File.ReadAllText(request.ReviewsFile));
        var reviews = ReviewedReports.From(corrections, schema);
        var values = ReviewedValues.From(corrections, schema);
        var data = new TrainingData(
            schema,
            [.. forms.Where(f => FormFamily.Has(schema, f)).Concat(reviews.Forms).OrderBy(f => f.Name, StringComparer.Ordinal)],
            reviews.Wordings);
        var options = new TrainingOptions { Seed = request.Seed, SyntheticTables = request.SyntheticTables };
        TrainingResult result = ModelTrainer.Train(data, options, cancellationToken);
        ConfidenceModel present = PresentConfidence(request.PresentFile);
        ConfidenceTraining confidence = ConfidenceTrainer.Train(result, values, present, request.Seed, cancellationToken);
        return new TrainingRun(
            result, confidence, PublishGate.Compare(FiguresOf(request.PresentFile), result.Model.HeldOut).AddRange(PublishGate.Compare(present, confidence.Model)),
            ModelCard.Write(result, data, options));
    }

    /// <summary>Name of the confidence model's file beside that of the mapping model.</summary>
    public static string ConfidenceFileOf(string mappingFile) => Path.ChangeExtension(mappingFile, null) + ".confidence.json";

    // The weights set by hand stand where nothing better can be read.
    private static ConfidenceModel PresentConfidence(string? mappingFile)
    {
        try
        {
            return mappingFile is not null && File.Exists(ConfidenceFileOf(mappingFile)) ? ConfidenceModelFile.ReadFile(ConfidenceFileOf(mappingFile)) : ConfidenceModelFile.ReadEmbedded();
        }
        catch (ConfidenceModelException)
        {
            return ConfidenceModelFile.ReadEmbedded();
        }
    }

    private static ImmutableArray<HeldOutForm> FiguresOf(string? presentFile) =>
        MappingModelFile.HeldOutFiguresOf(presentFile is not null && File.Exists(presentFile) ? File.ReadAllBytes(presentFile) : MappingModelFile.EmbeddedBytes());
}

/// <summary>What a training reads.</summary>
public sealed record TrainingRequest
{
    /// <summary>Seed of the synthetic tables.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Number of synthetic tables.</summary>
    public int SyntheticTables { get; init; } = 24;

    /// <summary>Folder with more labelled forms; one with the name of a shipped form takes its place.</summary>
    public string? FormsFolder { get; init; }

    /// <summary>File with corrections, one JSON object a line.</summary>
    public string? ReviewsFile { get; init; }

    /// <summary>Model to be replaced; the one inside the program if there is no such file.</summary>
    public string? PresentFile { get; init; }
}
