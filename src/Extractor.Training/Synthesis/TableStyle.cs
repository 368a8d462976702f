namespace Extractor.Training.Synthesis;

/// <summary>How an office writes its table: what it abbreviates, drops and damages, and how it numbers. Drawn once a table, in a strength of its own.</summary>
internal sealed record TableStyle
{
    public required double Synonyms { get; init; }

    public required double Abbreviations { get; init; }

    public required double DroppedWords { get; init; }

    public required double ToneSlips { get; init; }

    public required double NoisePerLetter { get; init; }

    public required bool LosesDiacritics { get; init; }

    public required bool CapitalHeadings { get; init; }

    public required bool HasUnits { get; init; }

    public required double DroppedRows { get; init; }

    public required double ForeignRows { get; init; }

    public required double EarlierRows { get; init; }

    public required double HiddenIndicators { get; init; }

    public required double ShortChildren { get; init; }

    public required bool SwapsSections { get; init; }

    public required NumberStyle Numbers { get; init; }

    /// <summary>Whether letters are damaged at all.</summary>
    public bool HasNoise => NoisePerLetter > 0;

    /// <summary>Draws a style.</summary>
    public static TableStyle Draw(SeededRandom random)
    {
        double strength = (1 + random.Below(10)) / 10.0;
        return new TableStyle
        {
            Synonyms = 0.8 * strength,
            Abbreviations = 0.1 + (0.8 * strength),
            DroppedWords = 0.5 * strength,
            ToneSlips = random.Chance(0.3) ? 0.1 * strength : 0,
            NoisePerLetter = random.Chance(0.25) ? 0.03 * strength : 0,
            LosesDiacritics = random.Chance(0.05),
            CapitalHeadings = random.Chance(0.5),
            HasUnits = random.Chance(0.9),
            DroppedRows = 0.2 + (0.05 * random.Below(12)),
            ForeignRows = 0.015 * random.Below(10),
            EarlierRows = 0.003 * random.Below(5),
            HiddenIndicators = 0.02 * random.Below(8),
            ShortChildren = 0.1 * random.Below(7),
            SwapsSections = random.Chance(0.3),
            Numbers = (NumberStyle)random.Below(4),
        };
    }
}

/// <summary>How rows are numbered.</summary>
internal enum NumberStyle
{
    /// <summary>"1", "1.1", "1.1.1".</summary>
    Dotted,

    /// <summary>"I", then "1" and "1.1" anew in every section.</summary>
    Roman,

    /// <summary>"I", "1", "a)".</summary>
    Lettered,

    /// <summary>"A", "1", then bullets.</summary>
    Bullets,
}
