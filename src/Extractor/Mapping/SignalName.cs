namespace Extractor.Mapping;

/// <summary>Names of signals that are explained to whoever asks; those of the learned mapping are the names of its weights.</summary>
internal static class SignalName
{
    public const string LeadOverNext = "leadOverNext";
    public const string LeadOverNone = "leadOverNone";
    public const string FirstLead = "firstLead";
    public const string LabelCovered = "labelCovered";
    public const string NeedsPlace = "needsPlace";
    public const string Remembered = "remembered";
    public const string ColumnsLost = "columnsLost";
    public const string ColumnTaken = "columnTaken";
    public const string RowTaken = "rowTaken";
}
