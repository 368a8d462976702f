namespace Extractor.Storage.Databases;

/// <summary>The migrations this program has, in their order. Written down, because to find them by their attributes loads every type there is; a test compares.</summary>
internal static class MigrationNames
{
    public static IReadOnlyList<string> Sqlite { get; } =
    [
        "20261122163950_Initial", "20261122175738_YearIndex", "20261122192831_Webhooks", "20261122194404_Campaigns", "20261122201242_ReportGroups",
        "20261123024803_Quotas",
    ];

    public static IReadOnlyList<string> Postgres { get; } =
    [
        "20261122163953_Initial", "20261122175747_YearIndex", "20261122192839_Webhooks", "20261122194413_Campaigns", "20261122201302_ReportGroups",
        "20261123024815_Quotas",
    ];
}
