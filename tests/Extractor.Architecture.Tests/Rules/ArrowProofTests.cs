namespace Extractor.Architecture.Tests.Rules;

/// <summary>Each kind of rule catches the sample made to break it, and lets the innocent one pass.</summary>
public sealed class ArrowProofTests
{
    private const string Samples = "Extractor.Architecture.Tests.Samples";
    private const string Low = Samples + ".Low";

    private static readonly IReadOnlyCollection<Reference> References =
        ReferenceReader.Of(typeof(ArrowProofTests).Assembly.GetTypes().Where(t => t.FullName!.StartsWith(Samples, StringComparison.Ordinal)));

    [Fact]
    public void A_forbidden_namespace_is_seen_in_lambdas_generic_arguments_and_catch_clauses() =>
        AssertCaught(Arrow.Never("", [Low], Samples + ".High"), "UsesHighInBody", "UsesHighAsGenericArgument", "CatchesHigh");

    [Fact]
    public void The_other_direction_is_free() =>
        AssertCaught(Arrow.Never("", [Samples + ".High"], Low));

    [Fact]
    public void A_package_is_seen() =>
        AssertCaught(Arrow.OnlyBaseLibrary("", Low, typeof(ArrowProofTests).Assembly.GetName().Name!), "UsesPackage");

    [Fact]
    public void A_package_is_seen_beside_the_projects_own_assemblies() => AssertCaught(Arrow.NoThirdParty("", [Low]), "UsesPackage");

    [Fact]
    public void Clock_console_and_culture_are_seen() =>
        AssertCaught(Arrow.NoSurroundings("", Low), "ReadsClock", "ReadsOffsetClock", "WritesConsole", "ReadsCulture");

    private static void AssertCaught(Arrow arrow, params string[] expected) => Assert.Equal(
        expected.Order(StringComparer.Ordinal),
        arrow.BrokenBy(References).Select(reference => reference.From[(reference.From.LastIndexOf('.') + 1)..]).Distinct().Order(StringComparer.Ordinal));
}
