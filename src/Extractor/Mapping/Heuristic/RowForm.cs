namespace Extractor.Mapping.Heuristic;

/// <summary>What the cells of a row say of its kind, the words aside.</summary>
internal enum RowForm
{
    /// <summary>It may have a figure.</summary>
    Figure,

    /// <summary>It has one number of another.</summary>
    Ratio,

    /// <summary>It has a unit and may have a figure.</summary>
    FigureWithUnit,

    /// <summary>It has a unit and one number of another.</summary>
    RatioWithUnit,

    /// <summary>It has rows below it and no figure, though its label names one.</summary>
    NamedFigureWithoutCell,

    /// <summary>It has rows below it and no figure.</summary>
    Heading,
}
