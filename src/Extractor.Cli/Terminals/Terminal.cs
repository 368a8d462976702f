using System.Text;

namespace Extractor.Cli.Terminals;

/// <summary>Where the program writes: results to one side, everything else to the other.</summary>
internal sealed class Terminal : IDisposable
{
    private readonly Stream _output;

    public Terminal(Stream output, TextWriter error)
    {
        _output = new OutputStream(output);
        Error = error;
    }

    /// <summary>Messages, progress and reasons; never results.</summary>
    public TextWriter Error { get; }

    /// <summary>Columns of the screen results go to; null where they go into a file or pipe.</summary>
    public int? Width { get; init; }

    /// <summary>Whether a person watches <see cref="Error"/>.</summary>
    public bool ErrorIsScreen { get; init; }

    /// <summary>Whether results may be coloured.</summary>
    public bool UseColour { get; init; }

    /// <summary>The terminal this process was started in.</summary>
    public static Terminal OfProcess() => new(Console.OpenStandardOutput(), Console.Error)
    {
        Width = Console.IsOutputRedirected ? null : Math.Max(Console.WindowWidth, 40),
        ErrorIsScreen = !Console.IsErrorRedirected,
        // https://no-color.org: any non-empty value means no colour.
        UseColour = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
    };

    /// <summary>Writes one result and a line end.</summary>
    public void WriteLine(ReadOnlySpan<byte> utf8)
    {
        _output.Write(utf8);
        _output.WriteByte((byte)'\n');
        _output.Flush();
    }

    /// <summary>A writer for text; what it holds is written when it is disposed of.</summary>
    public StreamWriter OpenWriter() =>
        new(_output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };

    public void Dispose() => _output.Dispose();
}
