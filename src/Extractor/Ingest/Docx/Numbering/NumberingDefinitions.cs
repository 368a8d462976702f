namespace Extractor.Ingest.Docx.Numbering;

/// <summary>The lists of a document (ISO/IEC 29500-1, 17.9): abstract lists and the instances that use and override them.</summary>
internal sealed class NumberingDefinitions
{
    private const int MaxLevels = 9;

    private readonly Dictionary<int, AbstractList> _abstract = [];
    private readonly Dictionary<int, ListInstance> _instances = [];

    /// <summary>A document without lists.</summary>
    public static NumberingDefinitions None { get; } = new();

    /// <summary>Reads the numbering part.</summary>
    public static NumberingDefinitions Read(WordXml xml)
    {
        var definitions = new NumberingDefinitions();
        int depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Is("abstractNum"))
            {
                definitions._abstract.TryAdd(xml.Number("abstractNumId") ?? 0, ReadAbstract(xml));
            }
            else if (xml.Is("num"))
            {
                definitions._instances.TryAdd(xml.Number("numId") ?? 0, ReadInstance(xml));
            }
        }

        return definitions;
    }

    /// <summary>The list a paragraph's numbering id stands for, numbering styles followed; null if there is none.</summary>
    public NumberingList? Find(int id, DocxStyles styles)
    {
        if (!_instances.TryGetValue(id, out ListInstance? instance) || !_abstract.TryGetValue(instance.AbstractId, out AbstractList? list))
        {
            return null;
        }

        int abstractId = instance.AbstractId;
        // A list that only names a numbering style takes its levels from the list of that style; one step, so no cycle can arise.
        if (list.NumberingStyle is { } style && styles.NumberingOf(style) is { } linked
            && _instances.TryGetValue(linked, out ListInstance? target) && _abstract.TryGetValue(target.AbstractId, out AbstractList? levels))
        {
            abstractId = target.AbstractId;
            list = levels;
        }

        var merged = new NumberingLevel?[MaxLevels];
        for (int i = 0; i < MaxLevels; i++)
        {
            merged[i] = instance.Levels[i] ?? list.Levels[i];
        }

        return new NumberingList(abstractId, merged, instance.Starts);
    }

    private static AbstractList ReadAbstract(WordXml xml)
    {
        var levels = new NumberingLevel?[MaxLevels];
        string? style = null;
        int depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Is("numStyleLink"))
            {
                style = xml.Attribute("val");
            }
            else if (xml.Is("lvl") && xml.Number("ilvl") is { } index and >= 0 and < MaxLevels)
            {
                levels[index] = NumberingLevel.Read(xml);
            }
        }

        return new AbstractList(style, levels);
    }

    private static ListInstance ReadInstance(WordXml xml)
    {
        int abstractId = 0;
        var levels = new NumberingLevel?[MaxLevels];
        var starts = new int?[MaxLevels];
        int depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Is("abstractNumId"))
            {
                abstractId = xml.Number() ?? 0;
            }
            else if (xml.Is("lvlOverride") && xml.Number("ilvl") is { } index and >= 0 and < MaxLevels)
            {
                int inner = xml.Depth;
                while (xml.NextChild(inner))
                {
                    if (xml.Is("startOverride"))
                    {
                        starts[index] = xml.Number() ?? 0;
                    }
                    else if (xml.Is("lvl"))
                    {
                        levels[index] = NumberingLevel.Read(xml);
                    }
                }
            }
        }

        return new ListInstance(abstractId, levels, starts);
    }

    private sealed record AbstractList(string? NumberingStyle, NumberingLevel?[] Levels);

    private sealed record ListInstance(int AbstractId, NumberingLevel?[] Levels, int?[] Starts);
}

/// <summary>A list ready to be counted.</summary>
/// <param name="AbstractId">Lists with the same one go on counting where the other stopped.</param>
/// <param name="Levels">Levels from 0; null where undefined.</param>
/// <param name="Starts">Numbers at which the list starts anew, by level.</param>
internal sealed record NumberingList(int AbstractId, NumberingLevel?[] Levels, int?[] Starts);
