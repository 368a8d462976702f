namespace Extractor.Cli.Evaluate;

/// <summary>A transcription and the files that render the same report.</summary>
/// <param name="Path">The transcription.</param>
/// <param name="Renderings">The files with the ending that tells them apart (".docx", ".browser.pdf").</param>
internal sealed record GoldCase(string Path, IReadOnlyList<(string Path, string Ending)> Renderings);

/// <summary>Finds transcriptions, one folder after the other; links are not followed.</summary>
internal static class GoldFolder
{
    private const string GoldEnding = ".gold.json";

    private static readonly HashSet<string> Formats = new(StringComparer.Ordinal) { ".docx", ".pdf", ".txt", ".md" };

    private static readonly EnumerationOptions Entries = new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };

    /// <summary>The transcriptions of a folder and those below it.</summary>
    public static IEnumerable<GoldCase> Find(string root)
    {
        var folders = new Stack<string>([root]);
        while (folders.TryPop(out string? folder))
        {
            foreach (GoldCase gold in FindHere(folder))
            {
                yield return gold;
            }

            foreach (string below in Directory.EnumerateDirectories(folder, "*", Entries).OrderDescending(StringComparer.Ordinal))
            {
                folders.Push(below);
            }
        }
    }

    // report.gold.json has report.docx, report.pdf, report.browser.pdf … beside it.
    private static IEnumerable<GoldCase> FindHere(string folder)
    {
        string[] names = [.. Directory.EnumerateFiles(folder, "*", Entries).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
        Dictionary<string, List<(string, string)>> byStem = names
            .Where(name => name.EndsWith(GoldEnding, StringComparison.Ordinal))
            .ToDictionary(name => name[..^GoldEnding.Length], _ => new List<(string, string)>(), StringComparer.Ordinal);
        foreach (string name in names.Where(name => byStem.Count > 0 && IsRendering(name)))
        {
            // "report.draft.docx" belongs to "report.draft" where that is transcribed too.
            for (int dot = name.LastIndexOf('.'); dot > 0; dot = name.LastIndexOf('.', dot - 1))
            {
                if (byStem.TryGetValue(name[..dot], out List<(string, string)>? renderings))
                {
                    renderings.Add((Path.Combine(folder, name), name[dot..]));
                    break;
                }
            }
        }

        return byStem.OrderBy(stem => stem.Key, StringComparer.Ordinal)
            .Select(stem => new GoldCase(Path.Combine(folder, stem.Key + GoldEnding), stem.Value));
    }

    private static bool IsRendering(string name) =>
        Formats.Contains(Path.GetExtension(name)) && !name.EndsWith(".golden.txt", StringComparison.Ordinal);
}
