namespace Extractor.Cli.Extract;

/// <summary>Writes results as files of one folder.</summary>
internal sealed class ResultFolder(string folder)
{
    /// <exception cref="FailedFileException">The result cannot be written.</exception>
    public void Write(string name, ReadOnlySpan<byte> json) => WholeFile.Write(Path.Combine(folder, name + ".json"), json);
}
