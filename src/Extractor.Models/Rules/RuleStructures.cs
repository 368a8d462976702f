using System.Collections.Immutable;

namespace Extractor.Models;

/// <summary>Names of the checks of the printed form; a rule of kind <see cref="RuleKind.Structure"/> names one of them.</summary>
public static class RuleStructures
{
    /// <summary>Items of a cell add up to the total it states.</summary>
    public const string Items = "items";

    /// <summary>Shares of one population in the prose add up and agree with their counts.</summary>
    public const string Shares = "shares";

    /// <summary>A rate whose denominator is 0 states no figure.</summary>
    public const string EmptyDenominator = "empty_denominator";

    /// <summary>A stated number of documents equals the documents listed behind it.</summary>
    public const string DocumentsListed = "documents_listed";

    /// <summary>Number, date and period in an appendix caption are those of the report.</summary>
    public const string Caption = "caption";

    /// <summary>The report is dated soon after its period ends.</summary>
    public const string IssueDate = "issue_date";

    /// <summary>Rows that the form exempts a level of government from are blank in its reports.</summary>
    public const string ExemptRows = "exempt_rows";

    /// <summary>The printed unit is of the class the label calls for.</summary>
    public const string UnitClass = "unit_class";

    /// <summary>Printed numbers of rows: none twice, none left out, none under a foreign parent.</summary>
    public const string Numbering = "numbering";

    /// <summary>A figure stands where one belongs.</summary>
    public const string TextForFigure = "text_for_figure";

    /// <summary>All names.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        Items, Shares, EmptyDenominator, DocumentsListed, Caption, IssueDate, ExemptRows, UnitClass, Numbering, TextForFigure,
    ];
}
