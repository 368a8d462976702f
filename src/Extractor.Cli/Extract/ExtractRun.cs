using System.Runtime.CompilerServices;
using Extractor.Cli.Terminals;
using Extractor.Models;

namespace Extractor.Cli.Extract;

/// <summary>Reads all files; one that fails is named with its reason and never ends the run. Output keeps the order of the files.</summary>
internal sealed class ExtractRun(Terminal terminal, Func<ExtractionPipeline> createPipeline, StartPool? startPool, ExtractRequest request)
{
    private readonly ResultWriter _writer = new(terminal, request);
    private int _failed;

    public int Run(CancellationToken cancellationToken)
    {
        Inputs inputs = new InputFinder(request.TakesEveryFile).Find(request.Paths);
        var progress = new ProgressLine(terminal, inputs.Files.Count, request.Language);
        ReportInputs(inputs);
        try
        {
            ReadAll(inputs.Files, progress, cancellationToken);
        }
        catch (FailedRunException exception)
        {
            progress.Clear();
            terminal.Error.WriteLine(exception.Text.In(request.Language));
            return ExitCode.SomeFailed;
        }

        progress.Clear();
        return _failed == 0 && inputs.Files.Count > 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private void ReadAll(IReadOnlyList<InputFile> files, ProgressLine progress, CancellationToken cancellationToken)
    {
        int done = 0;
        foreach ((InputFile input, FailedFileException? failure) in Read(files, cancellationToken))
        {
            if (failure is not null)
            {
                progress.Clear();
                Fail(input.Path, failure.Code, failure.Text);
            }

            progress.Show(++done, _failed);
        }
    }

    // Starting a process takes longer than reading one report.
    private IEnumerable<(InputFile, FailedFileException?)> Read(IReadOnlyList<InputFile> files, CancellationToken cancellationToken)
    {
        int workers = request.Workers ?? (files.Count > 1 ? Environment.ProcessorCount : 0);
        if (files.Count == 0)
        {
            return [];
        }

        return workers == 0
            ? new ReadingHere(createPipeline(), _writer, request).Read(files, cancellationToken)
            : ReadWithWorkers(files, Math.Min(workers, files.Count), cancellationToken);
    }

    // A method of its own, so that reading one file loads nothing of the workers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private IEnumerable<(InputFile, FailedFileException?)> ReadWithWorkers(
        IReadOnlyList<InputFile> files, int workers, CancellationToken cancellationToken) =>
        new PooledReading(terminal, startPool ?? PooledReading.StartPool, _writer, request).Read(files, workers, cancellationToken);

    private void ReportInputs(Inputs inputs)
    {
        foreach (string path in inputs.Missing)
        {
            Fail(path, "not-found", Texts.NotFound);
        }

        if (inputs.PassedOver.Count > 0)
        {
            string kinds = string.Join(", ", inputs.PassedOver.Select(kind => $"{kind.Key} {kind.Value}"));
            terminal.Error.WriteLine(Texts.PassedOver(inputs.PassedOver.Values.Sum(), kinds).In(request.Language));
        }

        if (inputs.Files.Count == 0 && inputs.Missing.Count == 0)
        {
            terminal.Error.WriteLine(Texts.NoFiles.In(request.Language));
        }
    }

    private void Fail(string path, string code, LocalText text)
    {
        _failed++;
        // One line a file, whatever the file is called or the message holds.
        string line = $"{path}: {code}: {text.In(request.Language)}";
        terminal.Error.WriteLine(string.Concat(line.Select(c => char.IsControl(c) ? ' ' : c)));
    }
}
