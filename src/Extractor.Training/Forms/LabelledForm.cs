using System.Collections.Immutable;
using Extractor.Tables;

namespace Extractor.Training.Forms;

/// <summary>A form whose rows people have given their codes.</summary>
/// <param name="Name">Name of the form.</param>
/// <param name="Tables">Its tables.</param>
/// <param name="Codes">By row over all tables: the codes that are right, null for "none of the schema".</param>
internal sealed record LabelledForm(string Name, ImmutableArray<StatisticalTable> Tables, ImmutableArray<ImmutableArray<string?>> Codes)
{
    /// <summary>Who made it. Forms of one source share their wordings, so they are left out together.</summary>
    public string Source { get; init; } = Name;

    /// <summary>The rows of all tables with their codes, in printed order.</summary>
    public IEnumerable<(StatisticalRow Row, ImmutableArray<string?> Codes)> Rows =>
        Tables.SelectMany(t => t.Rows).Zip(Codes);
}
