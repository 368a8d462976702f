using Extractor.Models;

namespace Extractor.Cli.Extract;

/// <summary>A file gave no result for a reason outside the library.</summary>
internal sealed class FailedFileException(string code, LocalText text, Exception? inner = null) : Exception(text.En, inner)
{
    /// <summary>Stable name of the reason.</summary>
    public string Code { get; } = code;

    /// <summary>What to tell the user.</summary>
    public LocalText Text { get; } = text;
}

/// <summary>The run cannot go on, whatever the files are.</summary>
internal sealed class FailedRunException(LocalText text, Exception inner) : Exception(text.En, inner)
{
    /// <summary>What to tell the user.</summary>
    public LocalText Text { get; } = text;
}

/// <summary>Reads whole files up to a limit.</summary>
internal static class FileReader
{
    /// <exception cref="FailedFileException">The file is too large or cannot be read.</exception>
    public static SourceFile Read(string path, int maxMegabytes)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            return new SourceFile(Path.GetFileName(path), ReadAll(stream, maxMegabytes));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FailedFileException("not-readable", Texts.NotReadable, exception);
        }
    }

    // Pipes and devices tell no length, and a file can grow while it is read: only what arrives counts.
    private static byte[] ReadAll(Stream stream, int maxMegabytes)
    {
        long limit = (long)maxMegabytes << 20;
        long length = stream.CanSeek ? stream.Length : 0;
        if (length > limit)
        {
            throw new FailedFileException("too-large", Texts.TooLarge(maxMegabytes));
        }

        using var content = new MemoryStream((int)length);
        byte[] buffer = new byte[81_920];
        for (int read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            if (content.Length + read > limit)
            {
                throw new FailedFileException("too-large", Texts.TooLarge(maxMegabytes));
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}
