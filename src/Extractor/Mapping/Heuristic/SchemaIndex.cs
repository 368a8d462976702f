using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Extractor.Mapping.Learned;
using Extractor.Models;

namespace Extractor.Mapping.Heuristic;

/// <summary>Everything about a schema that does not depend on a report, computed once a schema and shared by all threads.</summary>
internal sealed class SchemaIndex
{
    private static readonly ConditionalWeakTable<IndicatorSchema, SchemaIndex> Cache = [];
    private readonly float[] _relations;
    private readonly ulong[][] _refinements;
    private readonly ulong[] _inherited;

    private SchemaIndex(IndicatorSchema schema, ImmutableArray<LearnedWording> learned, ImmutableArray<ForeignWording> foreign)
    {
        Schema = schema;
        KnownWordings known = KnownWordingsFile.Find(schema, learned, foreign) ?? KnownWordings.Read(schema, learned, foreign);
        // What reads labels and what compares them need nothing of each other: a cold process has both after half the time.
        Task<LabelWords> words = Task.Run(() => LabelWords.Of(schema, known));
        int count = schema.Indicators.Length;
        Wordings = known.Wordings;
        Foreign = known.Foreign;
        PaddedCount = FloatVectors.PaddedLength(count);
        Phrases = new PhraseIndex([.. Wordings.Select(w => w.Key), .. Foreign.Alone, .. Foreign.Placed]);
        ForeignTexts = new ForeignIndex(Foreign, Phrases, Wordings.Length);
        Bounds = new SimilarityBounds(Phrases, Wordings, PaddedCount);
        WordingTable = new WordingTable(Wordings, count);
        Statements = new WordingStatements(Wordings);
        Coverage = new WordCoverage(count, Wordings);
        _refinements = WordingRefinements.ByIndicator(Wordings, count, schema.Contrasts.Length);
        Conflicts = new ContrastConflict(schema.Contrasts, Statements.All, PaddedCount);
        (Units, Synonyms, Contrasts, Facts) = words.GetAwaiter().GetResult();
        Labels = new LabelReader(Synonyms, Contrasts);
        _inherited = [.. Enumerable.Range(0, count).Select(InheritedIn)];
        Content = new ContentWords(Facts, Wordings);
        _relations = IndicatorRelations.Between(Facts, PaddedCount);
        string[] subjects = [.. Facts.Select(f => f.Path[0]).Distinct(StringComparer.Ordinal)];
        Subjects = [.. Facts.Select(f => Array.IndexOf(subjects, f.Path[0]))];
        SubjectCount = subjects.Length;
        Affinity = new WordAffinity(Facts, Wordings, WordingTable, Coverage, PaddedCount);
        Scope = new IndicatorScope(this);
    }

    /// <summary>The schema.</summary>
    public IndicatorSchema Schema { get; }

    /// <summary>Reads printed units.</summary>
    public UnitReader Units { get; }

    /// <summary>Writes labels in the words they are compared by.</summary>
    public SynonymFolder Synonyms { get; }

    /// <summary>Reads contrasts of labels.</summary>
    public ContrastReader Contrasts { get; }

    /// <summary>Reads labels.</summary>
    public LabelReader Labels { get; }

    /// <summary>Facts of the indicators, in their order.</summary>
    public ImmutableArray<IndicatorFacts> Facts { get; }

    /// <summary>All wordings, those of one indicator side by side.</summary>
    public ImmutableArray<Wording> Wordings { get; }

    /// <summary>Rows of reviewed forms that are none of the schema; their phrases stand behind those of the wordings.</summary>
    public ForeignPhrases Foreign { get; }

    /// <summary>Likeness of labels with them.</summary>
    public ForeignIndex ForeignTexts { get; }

    /// <summary>The wordings by indicator.</summary>
    public WordingTable WordingTable { get; }

    /// <summary>Number of indicators, with room so that whole vectors can be computed.</summary>
    public int PaddedCount { get; }

    /// <summary>Number of each indicator's subject.</summary>
    public ImmutableArray<int> Subjects { get; }

    /// <summary>Number of subjects.</summary>
    public int SubjectCount { get; }

    /// <summary>What the wordings state of the contrasts.</summary>
    public WordingStatements Statements { get; }

    /// <summary>Costs of stating different contrasts.</summary>
    public ContrastConflict Conflicts { get; }

    /// <summary>What the indicators speak of.</summary>
    public ContentWords Content { get; }

    /// <summary>Whole words of the wordings.</summary>
    public WordCoverage Coverage { get; }

    /// <summary>What single words say for each indicator.</summary>
    public WordAffinity Affinity { get; }

    /// <summary>What each indicator can be, over all its wordings together.</summary>
    public IndicatorScope Scope { get; }

    /// <summary>The wordings as vectors.</summary>
    public PhraseIndex Phrases { get; }

    /// <summary>What the wordings of each indicator can have in common with a label at most.</summary>
    public SimilarityBounds Bounds { get; }

    /// <summary>The index of a schema.</summary>
    public static SchemaIndex For(IndicatorSchema schema) => Cache.GetValue(schema, static s => new SchemaIndex(s, [], []));

    /// <summary>An index that also knows wordings and foreign rows seen on reviewed forms.</summary>
    public static SchemaIndex With(IndicatorSchema schema, ImmutableArray<LearnedWording> learned, ImmutableArray<ForeignWording> foreign) => new(schema, learned, foreign);

    /// <summary>Index of a code's indicator; -1 for a code the schema does not have.</summary>
    public int IndexOf(string code)
    {
        int at = Facts.Length - 1;
        while (at >= 0 && Facts[at].Indicator.Code != code)
        {
            at--;
        }

        return at;
    }

    /// <summary>By slot, the values that narrow an indicator to another one.</summary>
    public ReadOnlySpan<ulong> RefinementsOf(int indicator) => _refinements[indicator];

    /// <summary>By slot, what an indicator's name states.</summary>
    public ReadOnlySpan<ulong> NameContrasts(int indicator) => Wordings[WordingTable.Of(indicator).Start].Contrasts;

    /// <summary>One bit a slot that an indicator's name states and rows below it take over.</summary>
    public ulong InheritedOf(int indicator) => _inherited[indicator];

    private ulong InheritedIn(int indicator)
    {
        ulong inherited = 0;
        ReadOnlySpan<ulong> stated = NameContrasts(indicator);
        for (int slot = 0; slot < stated.Length; slot++)
        {
            inherited |= stated[slot] != 0 && Contrasts.Contrasts[slot].IsInherited ? 1UL << slot : 0;
        }

        return inherited;
    }

    /// <summary>How near each indicator is below an indicator: 1 for its children, less for relatives.</summary>
    public ReadOnlySpan<float> RelationsBelow(int indicator) => _relations.AsSpan(indicator * PaddedCount, PaddedCount);
}
