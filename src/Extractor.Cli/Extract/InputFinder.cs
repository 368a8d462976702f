namespace Extractor.Cli.Extract;

/// <summary>Finds the files behind the paths a user names.</summary>
internal sealed class InputFinder(bool takesEveryFile)
{
    // In a folder, names tell reports from the rest. What a file really is, its content decides afterwards.
    private static readonly HashSet<string> DocumentExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        "", ".docx", ".docm", ".dotx", ".doc", ".rtf", ".odt", ".pdf", ".txt", ".text", ".md", ".xlsx", ".xls",
        ".png", ".jpg", ".jpeg", ".tif", ".tiff",
    };

    private readonly List<(string Path, string Name)> _found = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<string> _missing = [];
    private readonly SortedDictionary<string, int> _passedOver = new(StringComparer.Ordinal);

    /// <summary>Lists all files; two results never get the same name.</summary>
    public Inputs Find(IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            if (Directory.Exists(path))
            {
                Walk(path);
            }
            else if (File.Exists(path))
            {
                Add(path, Path.GetFileName(path));
            }
            else
            {
                _missing.Add(path);
            }
        }

        bool areNamesUnique = _found.Select(file => file.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() == _found.Count;
        string root = areNamesUnique ? "" : CommonFolder();
        return new Inputs(
            [.. _found.Select(file => new InputFile(file.Path, areNamesUnique ? file.Name : Path.GetRelativePath(root, Path.GetFullPath(file.Path))))],
            _missing,
            _passedOver);
    }

    private void Add(string path, string name)
    {
        if (_seen.Add(Path.GetFullPath(path)))
        {
            _found.Add((path, name));
        }
    }

    private void Walk(string root)
    {
        var folders = new Stack<string>([root]);
        while (folders.TryPop(out string? folder))
        {
            FileSystemInfo[] entries;
            try
            {
                entries = new DirectoryInfo(folder).GetFileSystemInfos();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                _missing.Add(folder);
                continue;
            }

            Array.Sort(entries, (a, b) => string.CompareOrdinal(a.Name, b.Name));
            foreach (FileSystemInfo entry in entries)
            {
                string path = Path.Combine(folder, entry.Name);
                if (PassesOver(entry) is { } kind)
                {
                    _passedOver[kind] = _passedOver.GetValueOrDefault(kind) + 1;
                }
                else if (entry is FileInfo)
                {
                    Add(path, Path.GetRelativePath(root, path));
                }
            }

            foreach (FileSystemInfo entry in entries.Reverse().Where(e => e is DirectoryInfo && PassesOver(e) is null))
            {
                folders.Push(Path.Combine(folder, entry.Name));
            }
        }
    }

    private string? PassesOver(FileSystemInfo entry) => entry switch
    {
        { LinkTarget: not null } => "link",
        { Name: ['.', ..] } => takesEveryFile ? null : "hidden",
        DirectoryInfo => null,
        // Word keeps the name of who has a document open in "~$name.docx".
        { Name: ['~', '$', ..] } => "~$",
        _ => takesEveryFile || DocumentExtensions.Contains(entry.Extension) ? null : entry.Extension,
    };

    private string CommonFolder()
    {
        string common = Path.GetDirectoryName(Path.GetFullPath(_found[0].Path))!;
        foreach ((string path, _) in _found)
        {
            while (!Path.GetFullPath(path).StartsWith(common.TrimEnd('/') + "/", StringComparison.Ordinal))
            {
                common = Path.GetDirectoryName(common)!;
            }
        }

        return common;
    }
}
