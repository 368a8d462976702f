using System.Collections.Immutable;

namespace Extractor.Models;

/// <summary>
/// How the crossed tables of a family are printed: columns are indicators, rows are the items of a dimension ("Lĩnh vực" in the rows, received,
/// resolved and pending in the columns).
/// </summary>
/// <param name="Columns">Wordings of the header texts of each indicator that can be a column, levels of the header parted by " - ".</param>
/// <param name="Dimensions">What rows can be items of, the outermost first.</param>
/// <param name="Totals">Labels of the row that counts all items together.</param>
public sealed record CrossedForm(
    ImmutableArray<ColumnHeading> Columns, ImmutableArray<ItemDimension> Dimensions, ImmutableArray<string> Totals);

/// <summary>A header text over a column, all its levels together.</summary>
/// <param name="Code">Code of the indicator.</param>
/// <param name="Heading">The text.</param>
public sealed record ColumnHeading(string Code, string Heading);

/// <summary>What the rows of a crossed table can be items of.</summary>
/// <param name="Key">Stable name, such as "field".</param>
/// <param name="Name">What it is called.</param>
/// <param name="Headings">Headings of the column with the items.</param>
/// <param name="Members">How labels of items start that say themselves what they are ("Sở …" is an office).</param>
public sealed record ItemDimension(string Key, LocalText Name, ImmutableArray<string> Headings, ImmutableArray<string> Members);
