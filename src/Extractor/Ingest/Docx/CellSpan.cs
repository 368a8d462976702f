namespace Extractor.Ingest.Docx;

/// <summary>How far a cell reaches, as the file states it.</summary>
/// <param name="Columns">Grid columns it covers; anything below 1 in a file means 1.</param>
/// <param name="Vertical">Its part in a merge over rows.</param>
/// <param name="IsContinued">Whether it goes on from the cell to its left (the merge of old files).</param>
/// <param name="IsDeleted">Whether a tracked change deletes it.</param>
internal readonly record struct CellSpan(int Columns, VerticalMerge Vertical, bool IsContinued, bool IsDeleted)
{
    /// <summary>A cell that spans nothing.</summary>
    public static CellSpan Single => new(1, VerticalMerge.None, false, false);

    /// <summary>Reads the current <c>w:tcPr</c>.</summary>
    public static CellSpan Read(WordXml xml)
    {
        CellSpan span = Single;
        int depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            switch (xml.Name)
            {
                case "gridSpan":
                    span = span with { Columns = Math.Max(1, xml.Number() ?? 1) };
                    break;
                case "vMerge":
                    span = span with { Vertical = xml.Attribute("val") == "restart" ? VerticalMerge.Restart : VerticalMerge.Continue };
                    break;
                case "hMerge":
                    span = span with { IsContinued = xml.Attribute("val") != "restart" };
                    break;
                case "cellDel":
                    span = span with { IsDeleted = true };
                    break;
            }
        }

        return span;
    }
}

/// <summary>Part of a cell in a merge over rows.</summary>
internal enum VerticalMerge
{
    /// <summary>Not merged.</summary>
    None,

    /// <summary>First cell of a merge.</summary>
    Restart,

    /// <summary>Goes on from the cell above.</summary>
    Continue,
}
