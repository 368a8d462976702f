using System.Globalization;
using Extractor.Models;

namespace Extractor.Storage.Results;

/// <summary>What reports are narrowed by in lists: see <see cref="Model.ReportGroupRow"/>.</summary>
internal sealed record ReportTraits(
    string Family, int? PeriodYear, PeriodKind? PeriodKind, AdministrativeLevel? Level, ResultState State, bool HasErrors, bool HasWarnings)
{
    public string Key => string.Create(
        CultureInfo.InvariantCulture,
        $"{Family}|{PeriodYear}|{(short?)PeriodKind}|{(short?)Level}|{(short)State}|{(HasErrors ? 1 : 0)}|{(HasWarnings ? 1 : 0)}");

    public static ReportTraits Of(ResultIndex index, ResultState state) =>
        new(index.Family, index.PeriodYear, index.PeriodKind, index.Level, state, index.Errors > 0, index.Warnings > 0);
}
