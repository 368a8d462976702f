using System.Collections.Immutable;
using Extractor.Mapping;
using Extractor.Metadata;
using Extractor.Models;
using Extractor.Results;
using Extractor.Tables;

namespace Extractor.Validation;

/// <summary>Everything of a report that rules look at.</summary>
/// <param name="Document">The document.</param>
/// <param name="Text">Its prose and letterhead.</param>
/// <param name="Head">What it says of itself.</param>
/// <param name="Tables">Its statistical tables with their captions.</param>
/// <param name="Choices">What each row was taken for.</param>
/// <param name="Statements">Every place that states an indicator.</param>
internal sealed record ReportContent(
    Document Document, HeadText Text, ReportHead Head, ImmutableArray<StatisticalTable> Tables, ImmutableArray<RowChoice> Choices,
    IReadOnlyList<Statement> Statements);
