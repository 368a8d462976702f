using Extractor.Workers.Serving;

namespace Extractor.Workers;

/// <summary>The other end of the pipe: what a host program does when it was started as a worker.</summary>
public static class WorkerServer
{
    // sysexits.h: an error of the program itself.
    private const int SoftwareError = 70;

    /// <summary>Whether the program was started as a worker.</summary>
    public static bool IsAsked(IReadOnlyList<string> arguments) => arguments is [WorkerCommand.Argument];

    /// <summary>Reads files from standard input and answers on standard output until the host closes the pipe.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(Func<ExtractionPipeline> createPipeline)
    {
        ArgumentNullException.ThrowIfNull(createPipeline);
        ProcessSettings.Apply();
        using var answers = new AnswerPipe(Console.OpenStandardOutput());
        // Whatever is written by mistake must not stray between the frames.
        Console.SetOut(Console.Error);
        // Before it is warm: a host that dies meanwhile is started again at once.
        HostWatch.Start();
        ExtractionPipeline pipeline;
        try
        {
            pipeline = createPipeline();
            WarmUp.ReadFirst(pipeline);
        }
        catch (Exception exception)
        {
            // The host shows this to the operator as the reason why no worker starts.
            Console.Error.WriteLine($"{exception.GetType().Name}: {exception.Message}");
            return SoftwareError;
        }

        using Stream requests = Console.OpenStandardInput();
        new RequestLoop(pipeline, requests, answers).Run();
        return 0;
    }
}
