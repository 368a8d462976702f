using System.Collections.Immutable;
using Extractor.Mapping.Heuristic;
using Extractor.Mapping.Learned;
using Extractor.Models;

namespace Extractor.Tests.Mapping.Learned;

public class WordAffinityTests
{
    private static readonly IndicatorSchema Schema = FamilyCatalog.Load("cchc");

    [Fact]
    public void A_word_printed_for_one_indicators_name_speaks_for_others_with_the_same_word_in_theirs()
    {
        // "đầu việc" is printed for "nhiệm vụ" of the plan only.
        var index = SchemaIndex.With(Schema, [new LearnedWording("direction.plan.tasks_planned", "Số đầu việc đề ra", false), new LearnedWording("direction.plan.tasks_completed", "Số đầu việc đã xong", false)], []);

        float[] evidence = EvidenceOf("đầu việc", index);

        Assert.True(evidence[At("direction.assigned.in_progress")] > evidence[At("feedback.resolved")]);
        Assert.True(evidence[At("direction.assigned.in_progress")] > evidence[At("egov.documents.outgoing")]);
    }

    [Fact]
    public void Words_of_its_own_wordings_speak_for_an_indicator_most()
    {
        SchemaIndex index = SchemaIndex.For(Schema);

        float[] evidence = EvidenceOf("tỷ lệ giải ngân vốn đầu tư công", index);

        Assert.Equal("finance.public_investment.rate", Schema.Indicators[evidence.AsSpan(0, Schema.Indicators.Length).IndexOf(evidence[..Schema.Indicators.Length].Max())].Code);
    }

    [Fact]
    public void Words_that_no_wording_has_say_nothing() => Assert.All(EvidenceOf("xyzt qwrt", SchemaIndex.For(Schema)), e => Assert.Equal(0, e));

    private static float[] EvidenceOf(string key, SchemaIndex index)
    {
        float[] evidence = new float[index.PaddedCount];
        index.Affinity.AddTo(index.Coverage.Read(key), 1, index.Coverage, evidence);
        return evidence;
    }

    private static int At(string code) => Schema.Indicators.ToList().FindIndex(i => i.Code == code);
}
