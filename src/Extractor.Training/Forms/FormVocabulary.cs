using System.Collections.Immutable;
using Extractor.Mapping.Heuristic;
using Extractor.Mapping.Learned;
using Extractor.Models;
using Extractor.Normalisation;
using Extractor.Tables;

namespace Extractor.Training.Forms;

/// <summary>The wordings that labelled forms add to a schema, and the aliases of the schema that one source alone supports.</summary>
internal sealed class FormVocabulary
{
    private const double SameWording = 0.8;
    private const double NearlySame = 0.7;
    private const int FewestWordsWithoutPlace = 4;
    private readonly IndicatorSchema _schema;
    private readonly ImmutableArray<LabelledForm> _forms;
    private readonly ImmutableArray<ImmutableArray<(string Code, string Label, string Key)>> _labels;
    private readonly ImmutableArray<ImmutableArray<ForeignWording>> _foreign;
    private readonly Dictionary<(string Code, string Alias), HashSet<string>> _supporters = [];

    /// <summary>Collects the labels of the forms.</summary>
    public FormVocabulary(IndicatorSchema schema, ImmutableArray<LabelledForm> forms)
    {
        _schema = schema;
        _forms = forms;
        SchemaIndex index = SchemaIndex.For(schema);
        ImmutableArray<List<RowNode>> outlines = [.. forms.Select(f => RowOutline.Build(f.Tables, index, CancellationToken.None))];
        _labels = [.. forms.Zip(outlines, LabelsOf)];
        _foreign = [.. forms.Zip(outlines, ForeignOf)];
        ILookup<string, (string Key, string Source)> bySource = forms.Zip(_labels)
            .SelectMany(f => f.Second.Select(l => (l.Code, l.Key, f.First.Source)))
            .ToLookup(l => l.Code, l => (l.Key, l.Source), StringComparer.Ordinal);
        foreach (Indicator indicator in schema.Indicators)
        {
            foreach (string alias in indicator.Aliases)
            {
                string key = MatchKey.Folded(alias);
                _supporters[(indicator.Code, alias)] =
                    [.. bySource[indicator.Code].Where(l => Overlap(l.Key, key) >= SameWording).Select(l => l.Source)];
            }
        }
    }

    /// <summary>The schema without the aliases that only one source supports.</summary>
    public IndicatorSchema SchemaWithout(string source) =>
        With(_schema, (indicator, alias) => _supporters[(indicator.Code, alias)] is not { Count: 1 } supporters || !supporters.Contains(source));

    /// <summary>A schema with some of its aliases.</summary>
    public static IndicatorSchema With(IndicatorSchema schema, Func<Indicator, string, bool> isKept) => new(
        schema.Family, schema.Version, schema.Title,
        [.. schema.Indicators.Select(i => i with { Aliases = [.. i.Aliases.Where(a => isKept(i, a))] })],
        schema.Units, schema.Contrasts, schema.Synonyms);

    /// <summary>Wordings of all forms but those of a source.</summary>
    /// <param name="leftOut">The source; null to leave out none.</param>
    public ImmutableArray<LearnedWording> WordingsWithout(string? leftOut)
    {
        var rows = Enumerable.Range(0, _forms.Length).Where(f => _forms[f].Source != leftOut).SelectMany(f => _labels[f]).ToList();
        Dictionary<string, int> meanings = rows.GroupBy(r => r.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(r => r.Code).Distinct().Count(), StringComparer.Ordinal);
        return
        [
            .. Unlike(rows.DistinctBy(r => (r.Code, r.Key)))
                .Select(r => new LearnedWording(r.Code, r.Label, meanings[r.Key] > 1 || r.Key.AsSpan().Count(' ') < FewestWordsWithoutPlace - 1))
                .OrderBy(w => w.Code, StringComparer.Ordinal).ThenBy(w => w.Label, StringComparer.Ordinal),
        ];
    }

    // Wordings that say nearly the same cost time and tell nothing: of those that share most of their words the first is kept.
    private static IEnumerable<(string Code, string Label, string Key)> Unlike(IEnumerable<(string Code, string Label, string Key)> rows)
    {
        var kept = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach ((string Code, string Label, string Key) row in rows)
        {
            List<string> others = kept.TryGetValue(row.Code, out List<string>? known) ? known : kept[row.Code] = [];
            if (others.TrueForAll(other => Overlap(other, row.Key) < NearlySame))
            {
                others.Add(row.Key);
                yield return row;
            }
        }
    }

    /// <summary>Foreign rows of all forms but those of a source.</summary>
    /// <param name="leftOut">The source; null to leave out none.</param>
    public ImmutableArray<ForeignWording> ForeignWithout(string? leftOut) =>
    [
        .. Enumerable.Range(0, _forms.Length).Where(f => _forms[f].Source != leftOut).SelectMany(f => _foreign[f]).Distinct()
            .OrderBy(f => f.Label, StringComparer.Ordinal).ThenBy(f => f.Place, StringComparer.Ordinal),
    ];

    private static ImmutableArray<ForeignWording> ForeignOf(LabelledForm form, List<RowNode> outline) =>
    [
        .. outline.Where(n => n.Row is not null).Zip(form.Codes).Where(r => r.Second is [null] && r.First.Row!.Label.Text.Length > 0)
            .Select(r => new ForeignWording(r.First.Row!.Label.Text, r.First.Parent < 0 ? "" : outline[r.First.Parent].Row?.Label.Text ?? "")),
    ];

    // Rows without a label go on with that of the row above, and a unit cell that is no unit is part of what a row says: "NV huyện giao".
    private static ImmutableArray<(string, string, string)> LabelsOf(LabelledForm form, List<RowNode> outline)
    {
        var labels = ImmutableArray.CreateBuilder<(string, string, string)>();
        string last = "";
        foreach ((RowNode node, ImmutableArray<string?> codes) in outline.Where(n => n.Row is not null).Zip(form.Codes))
        {
            StatisticalRow row = node.Row!;
            last = row.Label.Text.AsSpan().IsWhiteSpace() ? last : row.Label.Text;
            string label = node.Unit.IsUnknown && row.Unit.Text.Length > 0 ? $"{last} {row.Unit.Text}" : last;
            if (codes is [{ } code] && (label.Length > last.Length || last == row.Label.Text) && label.Length > 0)
            {
                labels.Add((code, label, MatchKey.Folded(label)));
            }
        }

        return labels.ToImmutable();
    }

    private static double Overlap(string a, string b)
    {
        HashSet<string> one = [.. a.Split(' ')], other = [.. b.Split(' ')];
        int shared = one.Count(other.Contains);
        return (double)shared / (one.Count + other.Count - shared);
    }
}
