using Extractor.Architecture.Tests.Rules;
using Extractor.Models;

namespace Extractor.Architecture.Tests;

public sealed class SourceTreeTests
{
    private static readonly IReadOnlyList<SourceText> Sources = SourceTree.Read();

    // Codes without a dot ("direction") are ordinary words; a literal of that kind is no proof of anything.
    private static readonly HashSet<string> Vocabulary =
    [
        .. FamilyCatalog.Names,
        .. FamilyCatalog.Names.Select(FamilyCatalog.Load).SelectMany(schema => schema.Indicators)
            .SelectMany(i => new[] { i.Code, i.Name.Vi }).Where(word => word.Contains('.', StringComparison.Ordinal) || word.Contains(' ', StringComparison.Ordinal)),
    ];

    [Fact]
    public void The_sources_are_found() => Assert.True(Sources.Count > 100, $"only {Sources.Count} files");

    [Fact]
    public void No_file_is_too_long() => AssertNone(SourceTree.IsTooLong);

    [Fact]
    public void No_name_says_nothing() => AssertNone(SourceTree.HasEmptyName);

    [Fact]
    public void Nothing_is_left_undone_or_folded_away() => AssertNone(SourceTree.HasForbiddenMark);

    [Fact]
    public void No_code_names_an_indicator_or_a_family() =>
        Assert.Empty(Sources.SelectMany(source => SourceTree.WordsOf(source, Vocabulary).Select(word => $"{source.Path}: {word}")));

    [Fact]
    public void Each_rule_about_sources_can_fail()
    {
        string code = Vocabulary.First(word => word.Contains('.', StringComparison.Ordinal));

        Assert.True(SourceTree.IsTooLong(new SourceText("A.cs", new string('\n', SourceTree.MostLines + 1))));
        Assert.False(SourceTree.IsTooLong(new SourceText("A.cs", new string('\n', SourceTree.MostLines))));
        Assert.True(SourceTree.HasEmptyName(new SourceText("src/TextHelper.cs", "")));
        Assert.True(SourceTree.HasEmptyName(new SourceText("src/Text.cs", "internal sealed record struct RowManager(int A);")));
        Assert.False(SourceTree.HasEmptyName(new SourceText("src/Text.cs", "class Row; // a common helper")));
        Assert.True(SourceTree.HasForbiddenMark(new SourceText("A.cs", "// TODO later")));
        Assert.True(SourceTree.HasForbiddenMark(new SourceText("A.cs", "#region Fields")));
        Assert.Equal([code], SourceTree.WordsOf(new SourceText("A.cs", $"if (field.Code == \"{code}\") {{ }}"), Vocabulary));
        Assert.Empty(SourceTree.WordsOf(new SourceText("A.cs", $"    // such as \"{code}\""), Vocabulary));
        Assert.Equal([FamilyCatalog.Names[0]], SourceTree.WordsOf(new SourceText("A.cs", $"Load(\"{FamilyCatalog.Names[0]}\")"), Vocabulary));
    }

    private static void AssertNone(Func<SourceText, bool> isBroken) => Assert.Empty(Sources.Where(isBroken).Select(source => source.Path));
}
