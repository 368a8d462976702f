namespace Extractor.Storage;

/// <summary>Folder in the data directory with the keys by which the service protects secrets in the database; only its own user can look into it.</summary>
public static class KeyFolder
{
    /// <summary>Makes the folder where there is none.</summary>
    public static DirectoryInfo Create(string dataDirectory)
    {
        string path = PathIn(dataDirectory);
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Copies the keys of one data directory, or backup, to another.</summary>
    internal static void Copy(string from, string to)
    {
        if (!Directory.Exists(PathIn(from)))
        {
            return;
        }

        Create(to);
        foreach (string file in Directory.EnumerateFiles(PathIn(from)))
        {
            File.Copy(file, Path.Combine(PathIn(to), Path.GetFileName(file)), overwrite: true);
        }
    }

    private static string PathIn(string folder) => Path.Combine(folder, "keys");
}
