namespace Extractor.Campaigns.Reports;

/// <summary>
/// Text a spreadsheet would take for a formula (CWE-1236): names of files and agencies come from strangers. Full-width signs count too, because
/// spreadsheets with East Asian settings read them the same way.
/// </summary>
public static class FormulaText
{
    /// <summary>Whether a spreadsheet would calculate it.</summary>
    public static bool IsLike(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
}
