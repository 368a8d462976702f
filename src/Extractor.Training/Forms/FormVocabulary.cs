using System.Collections.Immutable;
using Extractor.Mapping.Learned;
using Extractor.Models;
using Extractor.Normalisation;

namespace Extractor.Training.Forms;

/// <summary>The wordings that labelled forms add to a schema, and the aliases of the schema that one form alone supports.</summary>
internal sealed class FormVocabulary
{
    private const double SameWording = 0.8;
    private const int FewestWordsWithoutPlace = 4;
    private readonly IndicatorSchema _schema;
    private readonly ImmutableArray<LabelledForm> _forms;
    private readonly ImmutableArray<ImmutableArray<(string Code, string Label, string Key)>> _labels;
    private readonly Dictionary<(string Code, string Alias), ulong> _supporters = [];

    /// <summary>Collects the labels of the forms.</summary>
    public FormVocabulary(IndicatorSchema schema, ImmutableArray<LabelledForm> forms)
    {
        _schema = schema;
        _forms = forms;
        _labels = [.. forms.Select(LabelsOf)];
        foreach (Indicator indicator in schema.Indicators)
        {
            foreach (string alias in indicator.Aliases)
            {
                _supporters[(indicator.Code, alias)] = SupportersOf(indicator.Code, MatchKey.Folded(alias));
            }
        }
    }

    /// <summary>The schema without the aliases that only one form supports.</summary>
    public IndicatorSchema SchemaWithout(int form) => new(
        _schema.Family, _schema.Version, _schema.Title,
        [.. _schema.Indicators.Select(i => i with { Aliases = [.. i.Aliases.Where(a => _supporters[(i.Code, a)] != 1UL << form)] })],
        _schema.Units, _schema.Contrasts, _schema.Synonyms);

    /// <summary>Wordings of all forms but those left out.</summary>
    public ImmutableArray<LearnedWording> Wordings(Func<int, bool> isLeftOut)
    {
        var rows = Enumerable.Range(0, _forms.Length).Where(f => !isLeftOut(f)).SelectMany(f => _labels[f]).ToList();
        Dictionary<string, int> meanings = rows.GroupBy(r => r.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(r => r.Code).Distinct().Count(), StringComparer.Ordinal);
        return
        [
            .. rows.DistinctBy(r => (r.Code, r.Key))
                .Select(r => new LearnedWording(r.Code, r.Label, meanings[r.Key] > 1 || r.Key.AsSpan().Count(' ') < FewestWordsWithoutPlace - 1))
                .OrderBy(w => w.Code, StringComparer.Ordinal).ThenBy(w => w.Label, StringComparer.Ordinal),
        ];
    }

    private static ImmutableArray<(string, string, string)> LabelsOf(LabelledForm form) =>
    [
        .. form.Rows.Where(r => r.Codes is [{ }] && !r.Row.Label.Text.AsSpan().IsWhiteSpace())
            .Select(r => (r.Codes[0]!, r.Row.Label.Text, MatchKey.Folded(r.Row.Label.Text))),
    ];

    private ulong SupportersOf(string code, string key)
    {
        ulong supporters = 0;
        for (int f = 0; f < _forms.Length; f++)
        {
            supporters |= _labels[f].Any(l => l.Code == code && Overlap(l.Key, key) >= SameWording) ? 1UL << f : 0;
        }

        return supporters;
    }

    private static double Overlap(string a, string b)
    {
        HashSet<string> one = [.. a.Split(' ')], other = [.. b.Split(' ')];
        int shared = one.Count(other.Contains);
        return (double)shared / (one.Count + other.Count - shared);
    }
}
