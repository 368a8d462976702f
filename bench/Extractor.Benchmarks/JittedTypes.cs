using System.Reflection;

namespace Extractor.Benchmarks;

/// <summary>Finds types by the names the runtime lists them by, in all assemblies of some folders.</summary>
/// <param name="folders">The folders.</param>
internal sealed class JittedTypes(string[] folders)
{
    private static readonly Dictionary<string, Type> Keywords = new(StringComparer.Ordinal)
    {
        // Stands for every reference type: they share code.
        ["System.__Canon"] = typeof(object),
        ["bool"] = typeof(bool),
        ["char"] = typeof(char),
        ["byte"] = typeof(byte),
        ["sbyte"] = typeof(sbyte),
        ["short"] = typeof(short),
        ["ushort"] = typeof(ushort),
        ["int"] = typeof(int),
        ["uint"] = typeof(uint),
        ["long"] = typeof(long),
        ["ulong"] = typeof(ulong),
        ["nint"] = typeof(nint),
        ["nuint"] = typeof(nuint),
        ["float"] = typeof(float),
        ["double"] = typeof(double),
    };

    private readonly Assembly[] _assemblies = [.. folders.SelectMany(folder => Directory.GetFiles(folder, "*.dll")).Select(Load).OfType<Assembly>()];

    /// <summary>The type, its arguments filled in; null for one that is not in the folders or does not take these arguments.</summary>
    public Type? Find(string name)
    {
        if (name.EndsWith("[]", StringComparison.Ordinal))
        {
            return Find(name[..^2])?.MakeArrayType();
        }

        int bracket = name.IndexOf('[', StringComparison.Ordinal);
        if (bracket < 0)
        {
            return Keywords.GetValueOrDefault(name) ?? _assemblies.Select(a => a.GetType(name)).FirstOrDefault(t => t is not null);
        }

        Type? definition = Find(name[..bracket]);
        Type?[] arguments = [.. JittedMethod.Split(name[(bracket + 1)..^1]).Select(Find)];
        try
        {
            return definition is null || arguments.Contains(null) ? null : definition.MakeGenericType(arguments!);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Assembly? Load(string path)
    {
        try
        {
            return Assembly.Load(AssemblyName.GetAssemblyName(path));
        }
        catch (BadImageFormatException)
        {
            // A library of machine code.
            return null;
        }
        catch (FileNotFoundException)
        {
            return Assembly.LoadFrom(path);
        }
    }
}
