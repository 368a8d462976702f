using System.Data.Common;
using Extractor.Models;
using Extractor.Storage.Model;

namespace Extractor.Storage.Campaigns;

/// <summary>Campaigns as they are read where it must be quick: the engine looks at them every second, and at every start before anything else.</summary>
internal static class CampaignColumns
{
    public const string Names = """
        id, name, folder, family, language, owner, status, documents_per_minute, window_from, window_to, created_at, enumerated_at, finished_at, passed_over, obstacle
        """;

    public static Campaign Read(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Order = new NewCampaign
        {
            Name = row.GetString(1),
            Folder = Text(row, 2),
            Family = Text(row, 3),
            Language = (UserLanguage)row.GetInt16(4),
            Owner = Text(row, 5),
            Pace = new CampaignPace(Number(row, 7), DailyWindow.Of(Number(row, 8), Number(row, 9))),
        },
        Status = (CampaignStatus)row.GetInt16(6),
        CreatedAt = Instant.Of(row.GetInt64(10)),
        EnumeratedAt = Instant.Of(Time(row, 11)),
        FinishedAt = Instant.Of(Time(row, 12)),
        PassedOver = row.GetInt64(13),
        Obstacle = string.IsNullOrEmpty(Text(row, 14)) ? null : Text(row, 14),
    };

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static int? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    private static long? Time(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
