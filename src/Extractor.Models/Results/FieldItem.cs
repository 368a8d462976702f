using System.Collections.Immutable;

namespace Extractor.Models;

/// <summary>
/// One member of what a crossed table breaks its figures down by: a line of business, an office, a level. Two tables that print the same label under
/// the same groups speak of the same item.
/// </summary>
/// <param name="Dimension">Key of the dimension in the schema, such as "field" or "agency".</param>
/// <param name="Label">Printed label of the row.</param>
/// <param name="Path">Labels of the groups the row stands under, outermost first; empty where there are none.</param>
public sealed record FieldItem(string Dimension, string Label, ImmutableArray<string> Path)
{
    /// <inheritdoc/>
    public bool Equals(FieldItem? other) =>
        other is not null && Dimension == other.Dimension && Label == other.Label && Path.AsSpan().SequenceEqual(other.Path.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Dimension, Label, Path.Length);
}
