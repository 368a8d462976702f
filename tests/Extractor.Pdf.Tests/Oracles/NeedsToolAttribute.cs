namespace Extractor.Pdf.Tests.Oracles;

/// <summary>A theory that needs an installed program, and is skipped by name where the machine has none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsToolAttribute : TheoryAttribute
{
    public NeedsToolAttribute(string tool)
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, tool))))
            Skip = $"{tool} is not installed.";
    }
}
