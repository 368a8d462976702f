namespace Extractor.Benchmarks;

/// <summary>A method as the runtime lists what it compiled: <c>Namespace.Type`1+Nested[arguments]:Method[arguments](parameters)</c>.</summary>
/// <param name="Type">Name of its type with the type's arguments.</param>
/// <param name="Name">Its name.</param>
/// <param name="Arguments">Names of its own arguments.</param>
/// <param name="Parameters">Number of its parameters.</param>
internal sealed record JittedMethod(string Type, string Name, string[] Arguments, int Parameters)
{
    private const string Compiled = "JIT compiled ";

    /// <summary>The name in a line of the list; null for code that has none at compile time.</summary>
    public static string? NameIn(string line)
    {
        int start = line.IndexOf(Compiled, StringComparison.Ordinal);
        int end = line.LastIndexOf(" [", StringComparison.Ordinal);
        string? name = start < 0 || end < start ? null : line[(start + Compiled.Length)..end];
        return name?.StartsWith('(') == true ? null : name;
    }

    /// <summary>Takes a name apart; null for one that is no method.</summary>
    public static JittedMethod? Parse(string name)
    {
        int colon = name.LastIndexOf(':'), open = name.IndexOf('(', Math.Max(colon, 0));
        if (colon < 0 || open < 0)
        {
            return null;
        }

        string method = name[(colon + 1)..open], parameters = name[(open + 1)..name.LastIndexOf(')')];
        int bracket = method.IndexOf('[', StringComparison.Ordinal);
        string[] arguments = bracket < 0 ? [] : Split(method[(bracket + 1)..^1]);
        return new JittedMethod(name[..colon], bracket < 0 ? method : method[..bracket], arguments, Split(parameters).Length);
    }

    /// <summary>The parts of a list whose parts may have lists in brackets themselves.</summary>
    public static string[] Split(string list)
    {
        var parts = new List<string>();
        int depth = 0, start = 0;
        for (int i = 0; i < list.Length; i++)
        {
            depth += list[i] switch { '[' => 1, ']' => -1, _ => 0 };
            if (list[i] == ',' && depth == 0)
            {
                parts.Add(list[start..i]);
                start = i + 1;
            }
        }

        return list.Length == 0 ? [] : [.. parts, list[start..]];
    }
}
