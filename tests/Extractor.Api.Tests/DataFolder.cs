namespace Extractor.Api.Tests;

/// <summary>Data directories of services under test; all of them go when the tests end.</summary>
internal static class DataFolder
{
    private static readonly string Root = CreateRoot();

    public static string Create() => Directory.CreateDirectory(Path.Combine(Root, Guid.NewGuid().ToString("N"))).FullName;

    private static string CreateRoot()
    {
        string root = Directory.CreateTempSubdirectory("extractor-api-").FullName;
        GoneWithThisProcess.Folder(root);
        return root;
    }
}
