namespace Extractor.Models;

/// <summary>The report families that ship with the product.</summary>
public static class FamilyCatalog
{
    /// <summary>Names of the families, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } = ReadNames();

    /// <summary>Reads a family from the data files inside this assembly.</summary>
    /// <exception cref="ArgumentException">There is no such family.</exception>
    /// <exception cref="InvalidDataException">Its files contradict each other.</exception>
    public static IndicatorSchema Load(string family)
    {
        if (!Names.Contains(family, StringComparer.Ordinal))
        {
            throw new ArgumentException($"There is no report family '{family}'; known are {string.Join(", ", Names)}.", nameof(family));
        }

        // The rules in this assembly were checked before it was delivered.
        return SchemaReader.Read(file => Open(family, file), checksRules: false);
    }

    private static Stream? Open(string family, string file) =>
        typeof(FamilyCatalog).Assembly.GetManifestResourceStream($"Families/{family}/{file}");

    private static List<string> ReadNames() =>
        [.. typeof(FamilyCatalog).Assembly.GetManifestResourceNames()
            .Select(name => name.Split('/'))
            .Where(parts => parts is ["Families", _, "family.json"])
            .Select(parts => parts[1])
            .Order(StringComparer.Ordinal)];
}
