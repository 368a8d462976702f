using System.Diagnostics;

namespace Extractor.Workers.Tests;

/// <summary>Looks at processes of the system.</summary>
internal static class TestProcesses
{
    /// <summary>Whether a process still does anything; one that only waits for its parent to take note of its end does not.</summary>
    public static bool IsRunning(int id)
    {
        try
        {
            using Process process = Process.GetProcessById(id);
            return !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is ArgumentException or IOException)
        {
            return false;
        }
    }
}
