namespace Extractor.Cli.Extract;

/// <summary>Writes results as files that are whole whenever they can be seen.</summary>
internal sealed class ResultFolder(string folder)
{
    /// <exception cref="FailedFileException">The result cannot be written.</exception>
    public void Write(string name, ReadOnlySpan<byte> json)
    {
        string path = Path.Combine(folder, name + ".json");
        string unfinished = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            try
            {
                File.WriteAllBytes(unfinished, json);
                File.Move(unfinished, path, overwrite: true);
            }
            finally
            {
                File.Delete(unfinished);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FailedFileException("not-writable", Texts.NotWritable, exception);
        }
    }
}
