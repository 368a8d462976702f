using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Extractor.Models;

/// <summary>All indicators of one report family, in the order of the form.</summary>
public sealed class IndicatorSchema
{
    private readonly Dictionary<string, Indicator> _byCode;

    /// <summary>Builds a schema without words that tell labels apart or mean the same.</summary>
    /// <param name="family">Name of the family.</param>
    /// <param name="version">Version, from 1.</param>
    /// <param name="title">What such a report is called.</param>
    /// <param name="indicators">Indicators in the order of the form.</param>
    /// <param name="units">Printed forms of each unit.</param>
    /// <exception cref="ArgumentException">A code occurs twice, a parent is no indicator, or parents run in a circle.</exception>
    public IndicatorSchema(
        string family, int version, LocalText title, ImmutableArray<Indicator> indicators, ImmutableArray<IndicatorUnit> units)
        : this(family, version, title, indicators, units, [], [])
    {
    }

    /// <summary>Builds a schema.</summary>
    /// <param name="family">Name of the family.</param>
    /// <param name="version">Version, from 1.</param>
    /// <param name="title">What such a report is called.</param>
    /// <param name="indicators">Indicators in the order of the form.</param>
    /// <param name="units">Printed forms of each unit.</param>
    /// <param name="contrasts">Words that tell indicators apart.</param>
    /// <param name="synonyms">Phrases that mean the same.</param>
    /// <exception cref="ArgumentException">A code occurs twice, a parent is no indicator, or parents run in a circle.</exception>
    [JsonConstructor]
    public IndicatorSchema(
        string family, int version, LocalText title, ImmutableArray<Indicator> indicators, ImmutableArray<IndicatorUnit> units,
        ImmutableArray<IndicatorContrast> contrasts, ImmutableArray<PhraseSynonym> synonyms)
    {
        Family = family;
        Version = version;
        Title = title;
        Indicators = indicators;
        Units = units;
        Contrasts = contrasts;
        Synonyms = synonyms;
        _byCode = new Dictionary<string, Indicator>(indicators.Length, StringComparer.Ordinal);
        foreach (Indicator indicator in indicators)
        {
            if (!_byCode.TryAdd(indicator.Code, indicator))
            {
                throw new ArgumentException($"The code '{indicator.Code}' occurs more than once.", nameof(indicators));
            }
        }

        foreach (Indicator indicator in indicators)
        {
            CheckAncestors(indicator);
        }
    }

    /// <summary>Name of the report family.</summary>
    public string Family { get; }

    /// <summary>Version of the schema.</summary>
    public int Version { get; }

    /// <summary>What such a report is called.</summary>
    public LocalText Title { get; }

    /// <summary>Indicators in the order of the form.</summary>
    public ImmutableArray<Indicator> Indicators { get; }

    /// <summary>Units with the ways forms print them.</summary>
    public ImmutableArray<IndicatorUnit> Units { get; }

    /// <summary>Words that tell indicators apart however much else their names share.</summary>
    public ImmutableArray<IndicatorContrast> Contrasts { get; }

    /// <summary>Phrases that mean the same on the forms of the family.</summary>
    public ImmutableArray<PhraseSynonym> Synonyms { get; }

    /// <summary>How sentences name indicators.</summary>
    public ImmutableArray<ProsePattern> Prose { get; init; } = [];

    /// <summary>Rules the figures of a report obey.</summary>
    public ImmutableArray<SchemaRule> Rules { get; init; } = [];

    /// <summary>How crossed tables are printed; null where the family has none.</summary>
    public CrossedForm? Crossed { get; init; }

    /// <summary>Words a report of the family is recognised by.</summary>
    public ImmutableArray<FamilySign> Signs { get; init; } = [];

    /// <summary>The indicator with this code, or null.</summary>
    public Indicator? Find(string code) => _byCode.GetValueOrDefault(code);

    private void CheckAncestors(Indicator indicator)
    {
        int steps = 0;
        for (string? parent = indicator.Parent; parent is not null; parent = _byCode[parent].Parent)
        {
            if (!_byCode.ContainsKey(parent))
            {
                throw new ArgumentException($"The parent '{parent}' of '{indicator.Code}' is no indicator.", nameof(indicator));
            }

            if (++steps > _byCode.Count)
            {
                throw new ArgumentException($"The parents of '{indicator.Code}' run in a circle.", nameof(indicator));
            }
        }
    }
}

/// <summary>One row the forms of a family can have.</summary>
/// <param name="Code">Stable name, dotted by subject.</param>
/// <param name="Parent">Code of the row it belongs under; null at the top.</param>
/// <param name="Kind">What kind of figure it takes.</param>
/// <param name="Unit">Key of its <see cref="IndicatorUnit"/>; null for headings.</param>
/// <param name="Options">Coded answers of a boolean or enum.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Aliases">Other wordings real forms print.</param>
public sealed record Indicator(
    string Code, string? Parent, ValueKind Kind, string? Unit, ImmutableArray<IndicatorOption> Options, LocalText Name,
    ImmutableArray<string> Aliases);

/// <summary>A coded answer, such as "0 = Không".</summary>
/// <param name="Code">Number printed in the cell.</param>
/// <param name="Label">What it means.</param>
public sealed record IndicatorOption(int Code, string Label);

/// <summary>A unit and the ways forms print it.</summary>
/// <param name="Key">Stable name, such as "dossier".</param>
/// <param name="Printed">Printed forms, most usual first.</param>
public sealed record IndicatorUnit(string Key, ImmutableArray<string> Printed);

/// <summary>What kind of figure an indicator takes.</summary>
public enum ValueKind
{
    /// <summary>A section or group title; a figure may still stand beside it.</summary>
    Heading,

    /// <summary>A whole number of things.</summary>
    Count,

    /// <summary>A percentage, 0 to 100.</summary>
    Percent,

    /// <summary>Two figures with a stroke, such as 10/10.</summary>
    Ratio,

    /// <summary>0 or 1.</summary>
    Boolean,

    /// <summary>One of several coded options.</summary>
    Enum,

    /// <summary>An amount of money.</summary>
    Money,
}
