namespace Extractor.Ingest.Text;

/// <summary>Columns of a statistical table in printed order.</summary>
internal enum CellKind
{
    /// <summary>A word such as "Trong đó" over several rows of the number column.</summary>
    Group,

    /// <summary>The row's number.</summary>
    Number,

    /// <summary>What is counted.</summary>
    Label,

    /// <summary>Unit or coded options.</summary>
    Unit,

    /// <summary>The figure.</summary>
    Value,

    /// <summary>A remark.</summary>
    Note,

    /// <summary>The first of further figures, such as those of a plan or of the year before; the next ones have the numbers behind it.</summary>
    FurtherFigure,
}
