namespace Extractor.Mapping.Heuristic;

/// <summary>What a label says by itself, wherever it stands.</summary>
/// <param name="Text">The label as match keys.</param>
/// <param name="Key">What is compared.</param>
/// <param name="Contrasts">Contrast values by slot.</param>
/// <param name="Stated">One bit a slot with a value.</param>
/// <param name="Aside">One bit a slot whose value stands in brackets.</param>
/// <param name="NamesFigure">Whether it names a figure even where the cell is empty.</param>
internal sealed record LabelReading(LabelText Text, string Key, ulong[] Contrasts, ulong Stated, ulong Aside, bool NamesFigure);

/// <summary>Reads labels, and keeps what it read lately.</summary>
internal sealed class LabelReader(SynonymFolder synonyms, ContrastReader contrasts)
{
    private const int Kept = 4096;

    // Longer texts are no labels that come again.
    private const int LongestKept = 400;

    private readonly RecentReadings<(string Printed, string Extra), LabelReading> _recent = new(Kept);

    /// <summary>Reads a printed label.</summary>
    /// <param name="printed">The label.</param>
    /// <param name="extra">Key of what a unit cell says that is no unit; empty if it says nothing.</param>
    public LabelReading Read(string printed, string extra)
    {
        if (printed.Length + extra.Length > LongestKept)
        {
            return Of(LabelText.Read(printed, synonyms), extra);
        }

        return _recent.TryGet((printed, extra), out LabelReading? known) ? known
            : _recent.Keep((printed, extra), Of(LabelText.Read(printed, synonyms), extra));
    }

    /// <summary>The reading of a label that stands for this row too.</summary>
    public LabelReading Of(LabelText label, string extra)
    {
        string key = extra.Length > 0 ? $"{label.Main} {extra}".Trim() : label.Main;
        ulong[] values = new ulong[contrasts.Contrasts.Length];
        ulong aside = contrasts.Read(key, label.Aside, values);
        ulong stated = 0;
        for (int slot = 0; slot < values.Length; slot++)
        {
            stated |= values[slot] != 0 ? 1UL << slot : 0;
        }

        return new LabelReading(label, key, values, stated, aside, LabelText.NamesFigure(key));
    }
}
