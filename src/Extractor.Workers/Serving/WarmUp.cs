using System.Reflection;
using Extractor.Models;

namespace Extractor.Workers.Serving;

/// <summary>Reads small documents of every format before the first real one, so that no caller waits for the compiler.</summary>
internal static class WarmUp
{
    private const string Folder = "WarmUp/";

    public static void Run(ExtractionPipeline pipeline)
    {
        Assembly assembly = typeof(WarmUp).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            // Once: what the first call has to compile or to load makes nearly all the difference.
            Read(pipeline, new SourceFile(name[Folder.Length..], bytes));
        }
    }

    private static void Read(ExtractionPipeline pipeline, SourceFile file)
    {
        try
        {
            ExtractorJson.Serialize(pipeline.Extract(file));
        }
        catch (UnreadableFileException)
        {
            // A host without this format.
        }
    }
}
