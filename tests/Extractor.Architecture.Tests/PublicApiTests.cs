using PublicApiGenerator;

namespace Extractor.Architecture.Tests;

/// <summary>What others can see of the library; a change of the verified file is a change of a promise.</summary>
public sealed class PublicApiTests
{
    private const int MostTypes = 60;

    private static string VerifiedPath => Path.Combine(Repository.Root, "tests", "Extractor.Architecture.Tests", "Verified", "Extractor.txt");

    [Fact]
    public void The_public_api_is_the_verified_one()
    {
        string actual = typeof(ExtractionPipeline).Assembly
            .GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n").Trim() + "\n";
        if (Environment.GetEnvironmentVariable("EXTRACTOR_UPDATE_PUBLIC_API") is not null)
        {
            File.WriteAllText(VerifiedPath, actual);
        }

        Assert.Equal(File.ReadAllText(VerifiedPath).ReplaceLineEndings("\n"), actual);
    }

    [Fact]
    public void The_verified_file_is_not_being_rewritten() => Assert.Null(Environment.GetEnvironmentVariable("EXTRACTOR_UPDATE_PUBLIC_API"));

    [Fact]
    public void The_library_shows_few_types() =>
        Assert.InRange(typeof(ExtractionPipeline).Assembly.GetExportedTypes().Length, 1, MostTypes);
}
