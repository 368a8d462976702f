using System.Collections.Immutable;
using System.Globalization;

namespace Extractor.Ingest.Text;

/// <summary>The column headings of a table in a text.</summary>
/// <param name="Start">First line.</param>
/// <param name="End">Line behind the last.</param>
/// <param name="Letters">Its letters in a row, by which a repetition is known wherever its lines break.</param>
/// <param name="Printed">Headings as printed, by kind.</param>
internal sealed record TableHeading(int Start, int End, string Letters, ImmutableDictionary<string, string> Printed)
{
    /// <summary>The name under which the heading of a further column of figures is printed.</summary>
    public static string NameOf(CellKind column) => string.Create(CultureInfo.InvariantCulture, $"figure-heading-{(int)column}");

    /// <summary>The heading of a column, or the usual one.</summary>
    public string Title(CellKind column) => column switch
    {
        CellKind.Number => "STT",
        CellKind.Label => Printed.GetValueOrDefault("label-heading", "Chỉ tiêu"),
        CellKind.Unit => Printed.GetValueOrDefault("unit-heading", "Đơn vị tính"),
        CellKind.Value => Printed.GetValueOrDefault("value-heading", Printed.GetValueOrDefault("result-heading", "Số liệu")),
        CellKind.Note => Printed.GetValueOrDefault("note-heading", "Ghi chú"),
        >= CellKind.FurtherFigure => Printed.GetValueOrDefault(NameOf(column), ""),
        _ => "",
    };

    /// <summary>The line behind a repetition of these headings that starts with a line; null if none does.</summary>
    public int? Repeats(IReadOnlyList<TextLine> lines, int start)
    {
        int matched = 0;
        for (int i = start; i < lines.Count; i++)
        {
            string letters = FoldedText.Letters(lines[i].Text);
            if (letters.Length > 0 && !Letters.AsSpan(matched).StartsWith(letters, StringComparison.Ordinal))
            {
                return null;
            }

            matched += letters.Length;
            if (matched == Letters.Length)
            {
                return i + 1;
            }
        }

        return null;
    }
}
