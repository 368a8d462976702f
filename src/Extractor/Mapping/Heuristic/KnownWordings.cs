using System.Collections.Immutable;
using Extractor.Mapping.Learned;
using Extractor.Models;
using Extractor.Normalisation;

namespace Extractor.Mapping.Heuristic;

/// <summary>
/// What a family's words and wordings are known to mean. Reading it from thousands of labels takes longer than reading a report, so it comes ready made
/// with the product for its own families and its own model (<see cref="KnownWordingsFile"/>).
/// </summary>
/// <param name="Keys">Match keys of all labels, each on a line of its own: what short forms are written out with.</param>
/// <param name="Slips">Misspelled words with those they are mended into.</param>
/// <param name="Wordings">All wordings, those of one indicator side by side, each with what narrows it to another indicator.</param>
/// <param name="Foreign">Rows of reviewed forms that are none of the schema.</param>
internal sealed record KnownWordings(string Keys, Dictionary<string, string> Slips, ImmutableArray<Wording> Wordings, ForeignPhrases Foreign)
{
    /// <summary>Reads every label there is.</summary>
    public static KnownWordings Read(IndicatorSchema schema, ImmutableArray<LearnedWording> learned, ImmutableArray<ForeignWording> foreign)
    {
        string[] keys = [.. KeysOf(schema, learned)];
        string lines = string.Join('\n', keys);
        Dictionary<string, string> slips = ToneSlips.Of(keys.Concat(schema.Synonyms.Select(s => MatchKey.Of(s.Phrase))));
        var synonyms = new SynonymFolder(schema.Synonyms, slips, new ShortForms(lines));
        var contrasts = new ContrastReader(schema.Contrasts, synonyms);
        // Labels that only differ in synonyms and abbreviations are one wording.
        ImmutableArray<Wording> wordings = [.. WordingReader.Read(schema, learned, synonyms, contrasts).DistinctBy(w => (w.Indicator, w.Key))];
        WordingRefinements.Find(wordings, contrasts.Contrasts);
        return new KnownWordings(lines, slips, wordings, ForeignPhrases.Read(foreign, synonyms, wordings, contrasts));
    }

    private static IEnumerable<string> KeysOf(IndicatorSchema schema, ImmutableArray<LearnedWording> learned) =>
        schema.Indicators.SelectMany(i => i.Aliases.Append(i.Name.Vi))
            .Concat(learned.Select(l => l.Label))
            .Concat(schema.Contrasts.SelectMany(c => c.Phrases).Select(p => p.Phrase))
            .Select(MatchKey.Of);
}
