using Extractor.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Extractor.Storage.Reports;

/// <summary>The groups of reports a filter lets pass: see <see cref="ReportGroupRow"/>.</summary>
internal static class GroupFilter
{
    public static Task<List<int>> FindAsync(StoreContext context, ReportFilter filter, CancellationToken cancellationToken)
    {
        IQueryable<ReportGroupRow> groups = context.ReportGroups;
        if (filter.Form is { } form)
        {
            groups = groups.Where(group => group.Family == form);
        }

        if (filter.FromYear is { } from)
        {
            groups = groups.Where(group => group.PeriodYear >= from);
        }

        if (filter.ToYear is { } to)
        {
            groups = groups.Where(group => group.PeriodYear <= to);
        }

        if ((short?)filter.Period is { } kind)
        {
            groups = groups.Where(group => group.PeriodKind == kind);
        }

        if ((short?)filter.Level is { } level)
        {
            groups = groups.Where(group => group.Level == level);
        }

        if (filter.State is { } state)
        {
            groups = groups.Where(group => group.State == state);
        }

        groups = filter.Findings switch
        {
            FindingFilter.None => groups.Where(group => !group.HasErrors && !group.HasWarnings),
            FindingFilter.Any => groups.Where(group => group.HasErrors || group.HasWarnings),
            FindingFilter.Error => groups.Where(group => group.HasErrors),
            FindingFilter.Warning => groups.Where(group => group.HasWarnings),
            _ => groups,
        };
        return groups.Select(group => group.Id).ToListAsync(cancellationToken);
    }
}
