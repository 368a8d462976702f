namespace Extractor.Architecture.Tests.Rules;

/// <summary>A direction in which no reference may point.</summary>
/// <param name="Name">What the rule is called.</param>
/// <param name="From">Namespaces it binds, with those below them.</param>
/// <param name="IsForbidden">Whether a reference breaks it.</param>
internal sealed record Arrow(string Name, string[] From, Func<Reference, bool> IsForbidden)
{
    private static readonly string[] Consoles = ["System.Console"];
    private static readonly string[] Clocks = ["get_Now", "get_UtcNow", "get_Today", "get_System"];

    /// <summary>References that break the rule.</summary>
    public IEnumerable<Reference> BrokenBy(IEnumerable<Reference> references) =>
        references.Where(reference => From.Any(area => IsWithin(reference.From, area)) && IsForbidden(reference));

    /// <summary>Nothing but the base class library and the assembly itself.</summary>
    public static Arrow OnlyBaseLibrary(string name, string from, string assembly) =>
        new(name, [from], reference => reference.Assembly != assembly && !IsBaseLibrary(reference.Assembly));

    /// <summary>No type of these namespaces.</summary>
    public static Arrow Never(string name, string[] from, params string[] to) =>
        new(name, from, reference => to.Any(area => IsWithin(reference.To, area)));

    /// <summary>No clock, console or culture of the process, and no host.</summary>
    public static Arrow NoSurroundings(string name, params string[] from) => new(name, from, reference =>
        Consoles.Contains(reference.To)
        || (reference.To is "System.DateTime" or "System.DateTimeOffset" or "System.TimeProvider" && Clocks.Contains(reference.Member))
        || (reference.To is "System.Globalization.CultureInfo" && reference.Member is "get_CurrentCulture" or "get_CurrentUICulture")
        || (reference.To is "System.StringComparer" or "System.StringComparison" && reference.Member is "get_CurrentCulture" or "get_CurrentCultureIgnoreCase")
        || IsWithin(reference.To, "Microsoft.AspNetCore") || IsWithin(reference.To, "Microsoft.Extensions.Hosting")
        || IsWithin(reference.To, "Extractor.Api") || IsWithin(reference.To, "Extractor.Cli"));

    /// <summary>No package besides the base class library.</summary>
    public static Arrow NoThirdParty(string name, string[] from) =>
        new(name, from, reference => !IsBaseLibrary(reference.Assembly) && !reference.Assembly.StartsWith("Extractor", StringComparison.Ordinal));

    private static bool IsBaseLibrary(string assembly) =>
        assembly is "System" or "mscorlib" or "netstandard" || (assembly.StartsWith("System.", StringComparison.Ordinal) && assembly != "System.CommandLine"
            && assembly != "System.IO.Packaging");

    private static bool IsWithin(string type, string area) =>
        type.StartsWith(area, StringComparison.Ordinal) && (type.Length == area.Length || type[area.Length] == '.');
}
