namespace Extractor.Tests.Shared;

/// <summary>Where the sources are.</summary>
internal static class Repository
{
    /// <summary>Folder the solution lies in.</summary>
    public static string Root { get; } = Find();

    /// <summary>The folder tests/fixtures.</summary>
    public static string Fixtures { get; } = Path.Combine(Root, "tests", "fixtures");

    private static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Extractor.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
