using System.Reflection;
using System.Security.Cryptography;
using Extractor.Models;
using Extractor.Storage;

namespace Extractor.Campaigns;

/// <summary>What answers of this program are marked with.</summary>
public static class ModelVersion
{
    private const int DigestLength = 12;

    /// <summary>Version of the program, and a digest of all data files it maps and scores with: a changed word of the vocabulary is another model.</summary>
    public static ReadingVersions Current { get; } = new(VersionOf(typeof(ExtractionPipeline).Assembly), DigestOf(typeof(ExtractionPipeline).Assembly, typeof(ExtractionResult).Assembly));

    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? assembly.GetName().Version!.ToString();

    private static string DigestOf(params Assembly[] assemblies)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Assembly assembly in assemblies)
        {
            foreach (string name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
            {
                using Stream stream = assembly.GetManifestResourceStream(name)!;
                digest.AppendData(SHA256.HashData(stream));
            }
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset())[..DigestLength];
    }
}
