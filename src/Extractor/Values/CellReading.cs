using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Values;

/// <summary>What a value cell says.</summary>
/// <param name="Status">Whether it holds a figure and, if not, why.</param>
/// <param name="Value">The figure; null unless reported.</param>
/// <param name="Start">First character of the quoted tokens in the cell's text.</param>
/// <param name="Length">Number of characters of the quote; 0 where nothing is quoted.</param>
/// <param name="Parts">Items of an itemised cell.</param>
/// <param name="Confidence">Probability that the reading is right, the mapping aside.</param>
/// <param name="Issues">What is odd about the cell.</param>
internal sealed record CellReading(
    FieldStatus Status, IndicatorValue? Value, int Start, int Length, ImmutableArray<Part> Parts, Confidence Confidence,
    ImmutableArray<ReadingIssue> Issues);

/// <summary>Something odd about a cell that becomes a finding.</summary>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What is odd.</param>
/// <param name="Stated">Figure concerned, if any.</param>
/// <param name="Derived">Figure that would be consistent, if any.</param>
internal sealed record ReadingIssue(string Rule, Severity Severity, LocalText Message, decimal? Stated = null, decimal? Derived = null);
