using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Extractor.Storage.Model;

/// <summary>The tables; one subclass a database, because each has migrations of its own.</summary>
internal abstract class StoreContext(DbContextOptions options) : DbContext(options)
{
    private const string OnlyCurrent = "is_current";

    public DbSet<JobRow> Jobs => Set<JobRow>();

    public DbSet<DocumentRow> Documents => Set<DocumentRow>();

    public DbSet<OriginalRow> Originals => Set<OriginalRow>();

    public DbSet<ResultRow> Results => Set<ResultRow>();

    public DbSet<ResultBodyRow> ResultBodies => Set<ResultBodyRow>();

    public DbSet<AgencyRow> Agencies => Set<AgencyRow>();

    public DbSet<IndicatorCodeRow> IndicatorCodes => Set<IndicatorCodeRow>();

    public DbSet<ReportGroupRow> ReportGroups => Set<ReportGroupRow>();

    public DbSet<ResultValuesRow> ResultValues => Set<ResultValuesRow>();

    public DbSet<SeriesRow> Series => Set<SeriesRow>();

    public DbSet<SeriesBacklogRow> SeriesBacklog => Set<SeriesBacklogRow>();

    public DbSet<FindingRow> Findings => Set<FindingRow>();

    public DbSet<HistoryRow> History => Set<HistoryRow>();

    public DbSet<IdempotencyRow> IdempotencyKeys => Set<IdempotencyRow>();

    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();

    public DbSet<HoldingRow> Holdings => Set<HoldingRow>();

    public DbSet<OwnerRow> Owners => Set<OwnerRow>();

    public DbSet<WebhookRow> Webhooks => Set<WebhookRow>();

    public DbSet<WebhookDeliveryRow> WebhookDeliveries => Set<WebhookDeliveryRow>();

    public DbSet<CampaignRow> Campaigns => Set<CampaignRow>();

    public DbSet<CampaignFolderRow> CampaignFolders => Set<CampaignFolderRow>();

    public DbSet<CampaignFileRow> CampaignFiles => Set<CampaignFileRow>();

    public DbSet<CampaignSliceRow> CampaignSlices => Set<CampaignSliceRow>();

    public DbSet<QuarantineRow> Quarantine => Set<QuarantineRow>();

    public DbSet<MarkRow> Marks => Set<MarkRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        DescribeJobs(modelBuilder);
        DescribeResults(modelBuilder);
        DescribeWebhooks(modelBuilder);
        CampaignTables.Describe(modelBuilder);
        modelBuilder.Entity<HistoryRow>(history =>
        {
            history.Property(row => row.Id).ValueGeneratedOnAdd();
            history.HasIndex(row => row.Subject);
        });
        modelBuilder.Entity<IdempotencyRow>(row =>
        {
            row.HasKey(r => new { r.Owner, r.Key });
            row.HasIndex(r => r.JobId);
        });
        modelBuilder.Entity<QuarantineRow>(file =>
        {
            file.HasKey(row => row.Sha256);
            file.HasIndex(row => row.At);
        });
        modelBuilder.Entity<MarkRow>().HasKey(row => row.Name);
        foreach (IMutableEntityType entity in modelBuilder.Model.GetEntityTypes())
        {
            entity.SetTableName(SnakeCase(entity.GetTableName()!));
            foreach (IMutableProperty property in entity.GetProperties())
            {
                property.SetColumnName(SnakeCase(property.Name));
            }
        }
    }

    private static void DescribeJobs(ModelBuilder model)
    {
        model.Entity<JobRow>(job =>
        {
            job.HasIndex(row => row.CreatedAt);
            job.HasIndex(row => row.Id).HasFilter("ended_at IS NULL").HasDatabaseName("ix_jobs_open");
        });
        model.Entity<OriginalRow>().HasKey(original => original.Sha256);
        model.Entity<OwnerRow>().HasKey(owner => owner.Owner);
        model.Entity<HoldingRow>(holding =>
        {
            holding.HasKey(row => new { row.Owner, row.Sha256 });
            holding.HasIndex(row => row.Sha256);
        });
        model.Entity<DocumentRow>(document =>
        {
            document.HasOne<JobRow>().WithMany().HasForeignKey(row => row.JobId).OnDelete(DeleteBehavior.Restrict);
            document.HasIndex(row => new { row.JobId, row.Ordinal }).IsUnique();
            document.HasIndex(row => row.Sha256);
            document.HasIndex(row => row.ResultId);
            // The two questions of the queue: whose turn is it, and whose reader has died. Finished documents are in neither index.
            document.HasIndex(row => new { row.Priority, row.Id }).HasFilter("state = 0").HasDatabaseName("ix_documents_waiting");
            document.HasIndex(row => row.LeaseUntil).HasFilter("state = 1").HasDatabaseName("ix_documents_reading");
        });
    }

    private static void DescribeResults(ModelBuilder model)
    {
        model.Entity<ResultRow>(result =>
        {
            result.HasIndex(row => new { row.Sha256, row.Family, row.SchemaVersion, row.ExtractorVersion, row.ModelVersion }).IsUnique();
            result.HasOne<AgencyRow>().WithMany().HasForeignKey(row => row.AgencyId).OnDelete(DeleteBehavior.Restrict);
            // Lists run from the newest id down, so each index ends in it.
            result.HasIndex(row => new { row.AgencyId, row.Id });
            result.HasIndex(row => new { row.GroupId, row.Id }).HasFilter(OnlyCurrent).HasDatabaseName("ix_results_groups");
            result.HasIndex(row => new { row.GroupId, row.LowestConfidence }).HasFilter(OnlyCurrent).HasDatabaseName("ix_results_confidence");
            result.HasIndex(row => row.CreatedAt);
        });
        model.Entity<ResultBodyRow>(body =>
        {
            body.HasKey(row => row.ResultId);
            body.Property(row => row.ResultId).ValueGeneratedNever();
            body.HasOne<ResultRow>().WithOne().HasForeignKey<ResultBodyRow>(row => row.ResultId);
        });
        model.Entity<AgencyRow>().HasIndex(row => row.Name).IsUnique();
        model.Entity<IndicatorCodeRow>().HasIndex(row => row.Code).IsUnique();
        model.Entity<ReportGroupRow>().HasIndex(row => row.Key).IsUnique();
        model.Entity<ResultValuesRow>(values =>
        {
            values.HasKey(row => row.ResultId);
            values.Property(row => row.ResultId).ValueGeneratedNever();
            values.HasOne<ResultRow>().WithOne().HasForeignKey<ResultValuesRow>(row => row.ResultId);
        });
        // The table is its key: a series runs along it, group by group, periods in order.
        model.Entity<SeriesRow>().HasKey(row => new { row.CodeId, row.GroupId, row.Period, row.ResultId, row.Ordinal });
        model.Entity<SeriesBacklogRow>(backlog =>
        {
            backlog.HasKey(row => row.ResultId);
            backlog.Property(row => row.ResultId).ValueGeneratedNever();
        });
        model.Entity<FindingRow>(finding =>
        {
            finding.HasKey(row => new { row.ResultId, row.Ordinal });
            finding.HasIndex(row => new { row.Rule, row.GroupId, row.ResultId });
        });
    }

    private static void DescribeWebhooks(ModelBuilder model) => model.Entity<WebhookDeliveryRow>(delivery =>
    {
        delivery.HasOne<WebhookRow>().WithMany().HasForeignKey(row => row.WebhookId).OnDelete(DeleteBehavior.Restrict);
        delivery.HasIndex(row => new { row.WebhookId, row.Id });
        delivery.HasIndex(row => new { row.State, row.Id });
        // Delivered ones are not in the index that is looked at every second.
        delivery.HasIndex(row => new { row.NextAt, row.Id }).HasFilter("state = 0").HasDatabaseName("ix_webhook_deliveries_waiting");
        delivery.HasIndex(row => new { row.WebhookId, row.LeaseUntil }).HasFilter("lease_until IS NOT NULL").HasDatabaseName("ix_webhook_deliveries_leased");
    });

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (int i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsAsciiLetterUpper(name[i]))
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}

/// <summary>The tables in SQLite.</summary>
internal sealed class SqliteStoreContext(DbContextOptions<SqliteStoreContext> options) : StoreContext(options);

/// <summary>The tables in PostgreSQL.</summary>
internal sealed class PostgresStoreContext(DbContextOptions<PostgresStoreContext> options) : StoreContext(options);
