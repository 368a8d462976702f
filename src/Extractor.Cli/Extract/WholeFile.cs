namespace Extractor.Cli.Extract;

/// <summary>Writes files that are whole whenever they can be seen.</summary>
internal static class WholeFile
{
    /// <exception cref="FailedFileException">The file cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        string unfinished = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            try
            {
                File.WriteAllBytes(unfinished, content);
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
