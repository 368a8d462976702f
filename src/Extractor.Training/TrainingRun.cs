using System.Collections.Immutable;
using Extractor.Mapping.Learned;
using Extractor.Models;
using Extractor.Training.Forms;
using Extractor.Training.Learning;
using Extractor.Training.Reviews;

namespace Extractor.Training;

/// <summary>One training from its inputs to a model that may be published or not.</summary>
public sealed class TrainingRun
{
    private readonly TrainingResult _result;

    private TrainingRun(TrainingResult result, ImmutableArray<LocalText> worse, string card)
    {
        _result = result;
        Worse = worse;
        Card = card;
    }

    /// <summary>Forms on which the model is worse than the present one; it must not be published unless there are none.</summary>
    public ImmutableArray<LocalText> Worse { get; }

    /// <summary>The model card in Markdown.</summary>
    public string Card { get; }

    /// <summary>Rows of forms left out that were right.</summary>
    public int RightRows => _result.Model.HeldOut.Sum(h => h.Right);

    /// <summary>Rows of forms left out.</summary>
    public int Rows => _result.Model.HeldOut.Sum(h => h.Rows);

    /// <summary>Number of forms left out in turn.</summary>
    public int Forms => _result.Model.HeldOut.Length;

    /// <summary>The bytes of the model's file.</summary>
    public byte[] ToFile() => MappingModelFile.Write(_result.Model);

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

        IndicatorSchema schema = FamilyOf(forms);
        ReviewedReports reviews = request.ReviewsFile is null
            ? new ReviewedReports([], [])
            : ReviewedReports.From(CorrectionFile.Parse(File.ReadAllText(request.ReviewsFile)), schema);
        var data = new TrainingData(
            schema,
            [.. forms.Where(f => IsOf(f, schema)).Concat(reviews.Forms).OrderBy(f => f.Name, StringComparer.Ordinal)],
            reviews.Wordings);
        var options = new TrainingOptions { Seed = request.Seed, SyntheticTables = request.SyntheticTables };
        TrainingResult result = ModelTrainer.Train(data, options, cancellationToken);
        return new TrainingRun(result, PublishGate.Compare(Present(request.PresentFile), result.Model), ModelCard.Write(result, data, options));
    }

    // The family whose codes the forms use.
    private static IndicatorSchema FamilyOf(ImmutableArray<LabelledForm> forms) =>
        FamilyCatalog.Names.Select(FamilyCatalog.Load).MaxBy(schema => forms.Count(f => IsOf(f, schema)))
            ?? throw new InvalidDataException("There is no report family.");

    private static bool IsOf(LabelledForm form, IndicatorSchema schema) =>
        form.Codes.All(codes => codes.All(c => c is null || schema.Find(c) is not null));

    // A model of other features has no figures that compare.
    private static MappingModel? Present(string? file)
    {
        try
        {
            return file is not null && File.Exists(file) ? MappingModelFile.ReadFile(file) : MappingModelFile.ReadEmbedded();
        }
        catch (MappingModelException)
        {
            return null;
        }
    }
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
