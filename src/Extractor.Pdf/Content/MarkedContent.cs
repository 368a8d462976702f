namespace Extractor.Pdf.Content;

/// <summary>The open marked-content sequences: what layer they belong to and what text stands for what they show (ISO 32000-2, 14.6, 14.9.4).</summary>
internal sealed class MarkedContent(GlyphBuffer glyphs)
{
    // Real content nests a handful; levels beyond are counted, so that each EMC still ends its own.
    private const int MostLevels = 256;
    private readonly Level[] _levels = new Level[MostLevels];
    private int _hiddenLevels;
    private int _replacedLevels;

    public int Depth { get; private set; }

    public bool IsHidden => _hiddenLevels > 0;

    /// <summary>Whether anything was left out for its layer.</summary>
    public bool HasHidden { get; set; }

    /// <summary>BMC, BDC.</summary>
    public void Begin(bool isHidden, string? replacement)
    {
        // Of nested replacements the outermost counts.
        bool isReplaced = replacement is not null && _replacedLevels == 0;
        if (Depth < MostLevels)
        {
            _levels[Depth] = new Level(isHidden, isReplaced ? replacement : null, glyphs.Count);
            _hiddenLevels += isHidden ? 1 : 0;
            _replacedLevels += isReplaced ? 1 : 0;
            HasHidden |= isHidden;
        }

        Depth++;
    }

    /// <summary>EMC.</summary>
    public void End()
    {
        if (Depth == 0 || --Depth >= MostLevels)
            return;
        Level level = _levels[Depth];
        _hiddenLevels -= level.IsHidden ? 1 : 0;
        if (level.Replacement is null)
            return;
        _replacedLevels--;
        ActualText.Apply(glyphs, level.FirstGlyph, level.Replacement);
    }

    /// <summary>Ends what a form left open.</summary>
    public void EndDownTo(int depth)
    {
        while (Depth > depth)
            End();
    }

    private readonly record struct Level(bool IsHidden, string? Replacement, int FirstGlyph);
}
