using System.Collections.Immutable;

namespace Extractor.Models;

/// <summary>
/// A code in which names in braces stand for parts of it: <c>{level}</c> for one part, <c>{level:district,commune}</c> for one of some,
/// <c>{base*}</c> for one part or more; <c>@count</c> behind it admits indicators of that kind only.
/// </summary>
internal sealed class CodePattern
{
    private readonly ImmutableArray<string> _parts;
    private readonly ValueKind? _kind;

    private CodePattern(ImmutableArray<string> parts, ValueKind? kind)
    {
        _parts = parts;
        _kind = kind;
    }

    /// <summary>Whether the text names several codes.</summary>
    public static bool IsOne(string code) => code.Contains('{', StringComparison.Ordinal);

    /// <summary>Splits a pattern.</summary>
    /// <exception cref="FormatException">A brace is not closed or stands inside a part.</exception>
    public static CodePattern Parse(string written)
    {
        (string text, ValueKind? kind) = SplitKind(written);
        var parts = ImmutableArray.CreateBuilder<string>();
        int start = 0;
        bool isBraced = false;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (text[i] == '.' && !isBraced))
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
            else
            {
                isBraced = text[i] == '{' || (isBraced && text[i] != '}');
            }
        }

        return parts.Any(p => p.Contains('{', StringComparison.Ordinal) != (p.StartsWith('{') && p.EndsWith('}') && p.Length > 2))
            ? throw new FormatException($"'{text}' has a brace that opens or closes inside a part")
            : new CodePattern(parts.ToImmutable(), kind);
    }

    /// <summary>What the names stand for if the code fits, together with what they are known to stand for; null if it does not fit.</summary>
    public ImmutableDictionary<string, string>? Match(Indicator indicator, ImmutableDictionary<string, string> known) =>
        _kind is null || indicator.Kind == _kind ? Match(indicator.Code.Split('.'), 0, 0, known) : null;

    /// <summary>The code with names replaced by what they stand for; null if one is unknown.</summary>
    public string? Fill(ImmutableDictionary<string, string> known)
    {
        var parts = new List<string>(_parts.Length);
        foreach (string part in _parts)
        {
            string? filled = part[0] != '{' ? part : known.GetValueOrDefault(NameOf(part));
            if (filled is null)
            {
                return null;
            }

            parts.Add(filled);
        }

        return string.Join('.', parts);
    }

    private static (string Text, ValueKind? Kind) SplitKind(string written)
    {
        int at = written.IndexOf('@', StringComparison.Ordinal);
        return at < 0
            ? (written, null)
            : Enum.TryParse(written[(at + 1)..], ignoreCase: true, out ValueKind kind) && Enum.IsDefined(kind)
                ? (written[..at], kind)
                : throw new FormatException($"'{written}' names no kind of figure");
    }

    // Recursion goes one pattern part deeper each time; patterns have a handful.
    private ImmutableDictionary<string, string>? Match(string[] code, int at, int part, ImmutableDictionary<string, string> known)
    {
        if (part == _parts.Length)
        {
            return at == code.Length ? known : null;
        }

        int most = _parts[part].EndsWith("*}", StringComparison.Ordinal) ? code.Length - at : Math.Min(1, code.Length - at);
        for (int length = most; length > 0; length--)
        {
            string taken = string.Join('.', code, at, length);
            if (Bind(_parts[part], taken, known) is { } bound && Match(code, at + length, part + 1, bound) is { } whole)
            {
                return whole;
            }
        }

        return null;
    }

    private static ImmutableDictionary<string, string>? Bind(string part, string taken, ImmutableDictionary<string, string> known)
    {
        if (part[0] != '{')
        {
            return part == taken ? known : null;
        }

        int colon = part.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && !part[(colon + 1)..^1].Split(',').Contains(taken, StringComparer.Ordinal))
        {
            return null;
        }

        string name = NameOf(part);
        return known.TryGetValue(name, out string? value) ? value == taken ? known : null : known.Add(name, taken);
    }

    private static string NameOf(string part)
    {
        int end = part.AsSpan().IndexOfAny(':', '*', '}');
        return part[1..end];
    }
}
