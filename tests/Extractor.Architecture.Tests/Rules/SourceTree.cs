using System.Text.RegularExpressions;

namespace Extractor.Architecture.Tests.Rules;

/// <summary>A source file with its text.</summary>
/// <param name="Path">Path below the root of the repository.</param>
/// <param name="Text">Its whole text.</param>
internal sealed record SourceText(string Path, string Text);

/// <summary>Rules about source files that metadata cannot show.</summary>
internal static partial class SourceTree
{
    public const int MostLines = 300;

    private static readonly string[] EmptyNames = ["Helper", "Helpers", "Util", "Utils", "Utility", "Manager", "Common", "Misc"];

    /// <summary>C# files of the product that people write; migrations are written by the tool that compares the tables with the model.</summary>
    public static IReadOnlyList<SourceText> Read()
    {
        string root = Repository.Root;
        return [.. Directory.EnumerateFiles(Path.Combine(root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(step => step is "obj" or "bin" or "Migrations"))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceText(Path.GetRelativePath(root, path), File.ReadAllText(path)))];
    }

    public static bool IsTooLong(SourceText source) => source.Text.AsSpan().Count('\n') > MostLines;

    /// <summary>Whether the file's name, or a type in it, ends in a word that says nothing.</summary>
    public static bool HasEmptyName(SourceText source) =>
        EmptyNames.Any(name => Path.GetFileNameWithoutExtension(source.Path).EndsWith(name, StringComparison.Ordinal))
        || TypeNames().Matches(source.Text).Any(match => EmptyNames.Any(name => match.Groups[1].Value.EndsWith(name, StringComparison.Ordinal)));

    public static bool HasForbiddenMark(SourceText source) => ForbiddenMarks().IsMatch(source.Text);

    /// <summary>Words of the vocabulary that stand as a whole string literal; comments may give examples.</summary>
    public static IEnumerable<string> WordsOf(SourceText source, IReadOnlySet<string> vocabulary) => source.Text.Split('\n')
        .Where(line => !line.AsSpan().TrimStart().StartsWith("//"))
        .SelectMany(line => Literals().Matches(line).Select(match => match.Groups[1].Value))
        .Where(vocabulary.Contains);

    [GeneratedRegex("""\b(?:class|record|struct|interface|enum)\s+(?:struct\s+|class\s+)?(\w+)""", RegexOptions.NonBacktracking)]
    private static partial Regex TypeNames();

    [GeneratedRegex("""#region|\bTODO\b|\bFIXME\b|\bHACK\b|NotImplementedException""", RegexOptions.NonBacktracking)]
    private static partial Regex ForbiddenMarks();

    [GeneratedRegex("\"([^\"\\r\\n]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Literals();
}
