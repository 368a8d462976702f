using System.Collections.Immutable;
using System.Globalization;
using Extractor.Models;

namespace Extractor.Evaluation;

/// <summary>Compares the rows of crossed tables: what a row is about, and its figures by the codes of their columns.</summary>
internal static class CrossedRowScorer
{
    /// <summary>Cells whose figure stands under the right code.</summary>
    public static Share ScoreCells(GoldRow row, ResultRow? found, ImmutableArray<Difference>.Builder differences)
    {
        Share share = default;
        for (int i = 0; i < row.Cells.Length; i++)
        {
            GoldCell cell = row.Cells[i];
            ResultCell? got = found?.Cells is { } cells && i < cells.Length ? cells[i] : null;
            if (cell.Value.Length == 0 && string.IsNullOrEmpty(got?.Value))
            {
                continue;
            }

            bool isSame = got is not null && got.Code == cell.Code && LooseText.AreSame(cell.Value, got.Value);
            share = share.With(isSame);
            if (!isSame && found is not null)
            {
                differences.Add(new Difference(DifferenceKind.Cell, $"{row.Stt} {row.Label}".Trim(), $"{cell.Code} {cell.Value}", $"{got?.Code} {got?.Value}")
                {
                    Part = i.ToString(CultureInfo.InvariantCulture),
                    Page = found.Page,
                });
            }
        }

        return share;
    }

    /// <summary>Whether a row is about what it should be; always so in other tables.</summary>
    public static bool IsSame(GoldRow row, ResultRow found) => KeyOf(row.Item) == KeyOf(found.Item);

    /// <summary>An item as it is compared: dimension, groups and label.</summary>
    public static string KeyOf(FieldItem? item) =>
        item is null ? "" : string.Join('|', item.Path.Append(item.Label).Select(LooseText.Fold).Prepend(item.Dimension));

    /// <summary>An item as it is shown.</summary>
    public static string Describe(FieldItem? item) =>
        item is null ? "" : $"[{item.Dimension}: {string.Join(" › ", item.Path.Append(item.Label))}]";
}
