namespace Extractor.Api.Tests;

/// <summary>Where the sources are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder!, "Extractor.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder!;
    }
}
