using Extractor.Models;

namespace Extractor.Workers.Serving;

/// <summary>Reads small documents of every format before the first real one, so that no caller waits for the compiler.</summary>
internal static class WarmUp
{
    private const string Folder = "WarmUp/";
    private static readonly string[] Documents =
        [.. typeof(WarmUp).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Reads the first document: what fails here would fail with every file.</summary>
    public static void ReadFirst(ExtractionPipeline pipeline) => Read(pipeline, Documents[0]);

    /// <summary>Reads the documents of the other formats, one after the other until a file waits: that one warms the worker itself.</summary>
    /// <param name="pipeline">What is warmed.</param>
    /// <param name="waits">Whether a file waits.</param>
    public static void ReadOthers(ExtractionPipeline pipeline, Func<bool> waits)
    {
        try
        {
            for (int next = 1; next < Documents.Length && !waits(); next++)
            {
                Read(pipeline, Documents[next]);
            }
        }
        catch (Exception exception)
        {
            // Only files of that format meet the same, and are answered with its name.
            Console.Error.WriteLine($"{exception.GetType().Name}: {exception.Message}");
        }
    }

    private static void Read(ExtractionPipeline pipeline, string name)
    {
        using Stream stream = typeof(WarmUp).Assembly.GetManifestResourceStream(name)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        try
        {
            // Once: what the first call has to compile or to load makes nearly all the difference.
            ExtractorJson.Serialize(pipeline.Extract(new SourceFile(name[Folder.Length..], bytes)));
        }
        catch (UnreadableFileException)
        {
            // A host without this format.
        }
    }
}
