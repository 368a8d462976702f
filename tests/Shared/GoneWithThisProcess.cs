using System.Diagnostics;
using System.Globalization;

namespace Extractor.Tests.Shared;

/// <summary>Removes what tests leave behind even where their process is killed, which runners do: a small script waits beside it until it is gone.</summary>
internal static class GoneWithThisProcess
{
    private static readonly Lazy<string> Root = new(() =>
    {
        string root = Directory.CreateTempSubdirectory("extractor-tests-").FullName;
        Folder(root);
        return root;
    });

    /// <summary>A new folder for a test, which may remove it sooner.</summary>
    public static string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(Root.Value, $"{name}-{Guid.NewGuid():N}")).FullName;

    /// <summary>Has a folder removed, and a command run before that.</summary>
    public static void Folder(string folder, string command = ":")
    {
        if (OperatingSystem.IsWindows())
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
            return;
        }

        string id = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo("setsid", ["/bin/sh", "-c", $"exec >/dev/null 2>&1 </dev/null; while kill -0 {id}; do sleep 1; done; {command}; rm -rf '{folder}'"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process? watch = Process.Start(start);
    }
}
