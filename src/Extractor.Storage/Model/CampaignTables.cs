using Microsoft.EntityFrameworkCore;

namespace Extractor.Storage.Model;

/// <summary>Keys and indexes of the tables of campaigns.</summary>
internal static class CampaignTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<CampaignRow>(campaign =>
        {
            campaign.HasIndex(row => row.CreatedAt);
            campaign.HasIndex(row => row.Status).HasFilter("finished_at IS NULL").HasDatabaseName("ix_campaigns_open");
        });
        model.Entity<CampaignFolderRow>(folder =>
        {
            folder.HasIndex(row => new { row.CampaignId, row.PathKey }).IsUnique();
            folder.HasIndex(row => new { row.CampaignId, row.Id }).HasFilter("state = 0").HasDatabaseName("ix_campaign_folders_waiting");
        });
        model.Entity<CampaignFileRow>(file =>
        {
            // What makes it harmless to list a folder again after a crash, or on two nodes at once.
            file.HasIndex(row => new { row.CampaignId, row.PathKey }).IsUnique();
            // Whose turn is it, how many are in each state, and the files in a state page by page.
            file.HasIndex(row => new { row.CampaignId, row.State, row.Id });
            file.HasIndex(row => row.SliceId).HasFilter("state = 0").HasDatabaseName("ix_campaign_files_slice");
            file.HasIndex(row => row.ResultId).HasFilter("result_id IS NOT NULL");
            file.HasIndex(row => row.Sha256).HasFilter("state = 0 AND sha256 IS NOT NULL").HasDatabaseName("ix_campaign_files_needed");
        });
        model.Entity<CampaignSliceRow>(slice =>
        {
            slice.HasIndex(row => new { row.CampaignId, row.EndedAt });
            slice.HasIndex(row => row.CampaignId).HasFilter("ended_at IS NULL").HasDatabaseName("ix_campaign_slices_live");
        });
    }
}
