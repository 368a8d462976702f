using Extractor.Models;
using Extractor.Results;

namespace Extractor.Validation.Items;

/// <summary>What a report says of one item of its crossed tables, or of the whole, with what the rules say to it.</summary>
/// <param name="Item">The item; null for the whole.</param>
/// <param name="Statements">Every place that states an indicator of it.</param>
/// <param name="Validation">What the rules found.</param>
internal sealed record ItemReport(FieldItem? Item, IReadOnlyList<Statement> Statements, ValidationReport Validation);
