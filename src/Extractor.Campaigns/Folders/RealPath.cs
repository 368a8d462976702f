namespace Extractor.Campaigns.Folders;

/// <summary>Paths without links, so that one can be told to lie below another.</summary>
public static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>The full path with every link on the way resolved; parts that do not exist stay as they are.</summary>
    /// <exception cref="IOException">The links run in a circle.</exception>
    public static string Of(string path)
    {
        string full = Path.GetFullPath(path);
        for (int links = 0; links < MostLinks; links++)
        {
            if (FirstLink(full) is not { } link)
            {
                return Path.TrimEndingDirectorySeparator(full);
            }

            string target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(link.Path)!, link.Target));
            full = Path.GetFullPath(Path.Join(target, full[link.Path.Length..]));
        }

        throw new IOException("The links of the path run in a circle.");
    }

    /// <summary>Whether a path is one of some folders or lies below one.</summary>
    public static bool IsBelow(string path, IEnumerable<string> folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        string real = Of(path) + Path.DirectorySeparatorChar;
        return folders.Any(folder => real.StartsWith(Path.TrimEndingDirectorySeparator(Of(folder)) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            || Of(folder) == Path.GetPathRoot(real));
    }

    private static (string Path, string Target)? FirstLink(string full)
    {
        for (int end = full.IndexOf(Path.DirectorySeparatorChar, Path.GetPathRoot(full)!.Length); ; end = full.IndexOf(Path.DirectorySeparatorChar, end + 1))
        {
            string prefix = end < 0 ? full : full[..end];
            if (prefix.Length > 0 && new FileInfo(prefix).LinkTarget is { } target)
            {
                return (prefix, target);
            }

            if (end < 0)
            {
                return null;
            }
        }
    }
}
