namespace Extractor.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>Every file gave a result.</summary>
    public const int Done = 0;

    /// <summary>At least one file gave none; the reasons stand on standard error.</summary>
    public const int SomeFailed = 1;

    /// <summary>The command line was not understood.</summary>
    public const int Usage = 2;

    /// <summary>The user or the system ended the run (128 + SIGINT, as shells expect).</summary>
    public const int Interrupted = 130;
}
