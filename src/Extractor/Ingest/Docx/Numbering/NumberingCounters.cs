using System.Globalization;
using System.Text;

namespace Extractor.Ingest.Docx.Numbering;

/// <summary>Counts list paragraphs in document order and gives the label a reader sees in front of each.</summary>
internal sealed class NumberingCounters(NumberingDefinitions definitions, DocxStyles styles)
{
    private readonly Dictionary<int, NumberingList?> _lists = [];
    private readonly Dictionary<int, int?[]> _counters = [];
    private readonly HashSet<(int List, int Level)> _started = [];

    /// <summary>The label of the next paragraph with what separates it from the text; empty if it is in no list.</summary>
    /// <param name="direct">What the paragraph says itself.</param>
    /// <param name="style">What its style says.</param>
    public string Next(ParagraphLook direct, ParagraphStyle style)
    {
        if ((direct.NumberingId ?? style.Look.NumberingId) is not { } id || id == 0 || Find(id) is not { } list)
        {
            return "";
        }

        int level = Math.Clamp(direct.Level ?? LevelOfStyle(list, style) ?? 0, 0, list.Levels.Length - 1);
        if (list.Levels[level] is not { } definition)
        {
            return "";
        }

        int?[] counters = Count(id, list, level, definition);
        if (definition.IsHidden)
        {
            return "";
        }

        string label = definition.Format == "bullet"
            ? SymbolFonts.ToUnicode(definition.Text, definition.Font)
            : Label(list, definition, counters);

        return label.Length == 0 || definition.Suffix == "nothing" ? label : label + " ";
    }

    // The level that names the style wins over the level the style names: heading styles often inherit the level of heading 1.
    private static int? LevelOfStyle(NumberingList list, ParagraphStyle style)
    {
        int level = style.NumberingStyle is null ? -1 : Array.FindIndex(list.Levels, l => l?.ParagraphStyle == style.NumberingStyle);
        return level < 0 ? style.Look.Level : level;
    }

    private static string Label(NumberingList list, NumberingLevel definition, int?[] counters)
    {
        var label = new StringBuilder();
        string text = definition.Text;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 1 < text.Length && text[i + 1] is >= '1' and <= '9')
            {
                int index = text[++i] - '1';
                NumberingLevel? level = list.Levels[index];
                // A level that was never used shows its first number.
                int number = counters[index] ?? level?.Start ?? 0;
                string format = level?.Format ?? "decimal";
                // Legal numbering writes Roman and lettered parents in figures (17.9.4); a level without a number stays without.
                bool isLegal = definition.IsLegal && format is not ("none" or "bullet");
                label.Append(isLegal ? number.ToString(CultureInfo.InvariantCulture) : NumberFormat.Write(number, format));
            }
            else
            {
                label.Append(text[i]);
            }
        }

        return label.ToString().TrimEnd();
    }

    private NumberingList? Find(int id)
    {
        if (!_lists.TryGetValue(id, out NumberingList? list))
        {
            list = definitions.Find(id, styles);
            _lists.Add(id, list);
        }

        return list;
    }

    private int?[] Count(int id, NumberingList list, int level, NumberingLevel definition)
    {
        if (!_counters.TryGetValue(list.AbstractId, out int?[]? counters))
        {
            counters = new int?[list.Levels.Length];
            _counters.Add(list.AbstractId, counters);
        }

        if (list.Starts[level] is { } start && _started.Add((id, level)))
        {
            counters[level] = start;
        }
        else
        {
            counters[level] = counters[level] is { } last ? unchecked(last + 1) : list.Starts[level] ?? definition.Start;
        }

        for (int deeper = level + 1; deeper < counters.Length; deeper++)
        {
            int? restartAfter = list.Levels[deeper]?.RestartAfter;
            if (restartAfter is null || level + 1 <= restartAfter)
            {
                counters[deeper] = null;
            }
        }

        return counters;
    }
}
