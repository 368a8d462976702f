using System.Collections.Immutable;
using Extractor.Mapping;
using Extractor.Models;
using Extractor.Narrative;
using Extractor.Tables;
using Extractor.Values;

namespace Extractor.Results;

/// <summary>One place that states an indicator: a table row with its reading, or a fact of the prose.</summary>
internal abstract record Statement
{
    private Statement()
    {
    }

    /// <summary>Item of a crossed table it is about; null where it is about the whole report.</summary>
    public FieldItem? Item { get; init; }

    /// <summary>What is counted.</summary>
    public abstract Indicator Indicator { get; }

    /// <summary>What is stated; null where the row holds no figure.</summary>
    public abstract IndicatorValue? Value { get; }

    /// <summary>Probability that this place states this value of this indicator.</summary>
    public abstract Confidence Confidence { get; }

    /// <summary>A table row taken for an indicator, with the items of its note where they add up to the figure.</summary>
    public sealed record OfRow(RowChoice Choice, CellReading Reading, ImmutableArray<Part> NoteItems) : Statement
    {
        /// <inheritdoc/>
        public override Indicator Indicator => Choice.Indicator ?? throw new InvalidOperationException("A foreign row states nothing.");

        /// <inheritdoc/>
        public override IndicatorValue? Value => Reading.Value;

        /// <inheritdoc/>
        public override Confidence Confidence => Confidence.Clamp(Choice.Confidence.Value * Reading.Confidence.Value);

        /// <summary>The row.</summary>
        public StatisticalRow Row => Choice.Row;
    }

    /// <summary>A sentence or list item.</summary>
    public sealed record OfProse(NarrativeFact Fact, TextBlock Block) : Statement
    {
        /// <inheritdoc/>
        public override Indicator Indicator => Fact.Indicator;

        /// <inheritdoc/>
        public override IndicatorValue? Value => Fact.Value;

        /// <inheritdoc/>
        public override Confidence Confidence => Fact.Confidence;
    }
}
