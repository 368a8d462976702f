using Extractor.Tables;

namespace Extractor.Mapping.Heuristic;

/// <summary>Reads what a printed row says about itself.</summary>
internal static class RowReader
{
    /// <summary>The node of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="printed">Its label, a formula written out.</param>
    /// <param name="above">Node of the row above in the same table.</param>
    /// <param name="index">The schema.</param>
    public static RowNode Read(StatisticalRow row, string printed, RowNode? above, SchemaIndex index)
    {
        bool continues = row.Label.Text.AsSpan().IsWhiteSpace();
        UnitFacts unit = ReadUnit(row, above, index);
        string text = printed;
        if (row.Unit.Text.Length == 0)
        {
            (text, unit) = SplitUnit(text, unit, index);
        }

        int options = unit.IsUnknown ? UnitReader.CountOptions(OptionsOf(row.Label.Text)) : 0;
        unit = options > 1 ? new UnitFacts(0, options, false) : unit;
        // A unit cell that is no unit says something about the row: "NV Tỉnh giao".
        string extra = unit.IsUnknown && row.Unit.Text.Length > 0 ? index.Synonyms.Fold(Normalisation.MatchKey.Of(row.Unit.Text)) : "";
        RowNode node = Create(row, continues && above is not null ? index.Labels.Of(above.Label, extra) : index.Labels.Read(text, extra));
        node.Unit = unit;
        return node;
    }

    /// <summary>The node of a caption.</summary>
    public static RowNode Caption(string caption, SchemaIndex index) => Create(null, index.Labels.Read(caption, ""));

    /// <summary>Takes over what a row leaves to the row it stands under: inherited contrasts and, weakly, the unit.</summary>
    public static void Inherit(RowNode node, RowNode? parent, SchemaIndex index)
    {
        if (parent is null)
        {
            return;
        }

        for (int slot = 0; slot < node.Contrasts.Length; slot++)
        {
            if (node.Contrasts[slot] == 0 && parent.Contrasts[slot] != 0 && index.Contrasts.Contrasts[slot].IsInherited)
            {
                node.Contrasts[slot] = parent.Contrasts[slot];
                node.Stated |= 1UL << slot;
                node.Inherited |= 1UL << slot;
            }
        }

        if (node.Unit.IsUnknown && node.Row is { Unit.Text: "", Group.Length: > 0 })
        {
            node.Unit = parent.Unit with { IsInherited = true };
        }
    }

    private static RowNode Create(StatisticalRow? row, LabelReading label) => new()
    {
        Row = row,
        Label = label.Text,
        Key = label.Key,
        // A row may take over values from the row it stands under.
        Contrasts = [.. label.Contrasts],
        Stated = label.Stated,
        Aside = label.Aside,
        NamesFigure = label.NamesFigure,
        IsRatio = row is not null && IsRatio(row.Value.Text),
    };

    private static UnitFacts ReadUnit(StatisticalRow row, RowNode? above, SchemaIndex index) =>
        UnitReader.IsDitto(row.Unit.Text)
            ? (above?.Unit ?? default) with { IsInherited = true }
            : index.Units.Read(row.Unit.Text);

    // "Tổng số hồ sơ đã tiếp nhận (hồ sơ)": forms without a column for units print them behind the label.
    private static (string Label, UnitFacts Unit) SplitUnit(string label, UnitFacts unit, SchemaIndex index)
    {
        ReadOnlySpan<char> text = label.AsSpan().TrimEnd(" .:;");
        int open = text.LastIndexOf('(');
        if (open <= 0 || text[^1] != ')')
        {
            return (label, unit);
        }

        UnitFacts inBrackets = index.Units.Read(text[(open + 1)..^1].ToString());
        return inBrackets.Keys == 0 ? (label, unit) : (text[..open].ToString(), inBrackets);
    }

    // "Tự kiểm tra CCHC (0 = Không, 1 = Có)": forms without room for it print the code beside the label.
    private static string OptionsOf(string label)
    {
        int open = label.IndexOf('(', StringComparison.Ordinal);
        return open < 0 ? "" : label[open..];
    }

    private static bool IsRatio(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        int slash = value.IndexOf('/');
        return slash > 0 && slash < value.Length - 1 && !value[..slash].TrimEnd().ContainsAnyExceptInRange('0', '9')
            && !value[(slash + 1)..].TrimStart().ContainsAnyExceptInRange('0', '9');
    }
}
