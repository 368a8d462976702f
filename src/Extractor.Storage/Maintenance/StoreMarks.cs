using Extractor.Storage.Databases;

namespace Extractor.Storage.Maintenance;

/// <summary>What is to be known about a database before it is used.</summary>
internal static class StoreMarks
{
    /// <summary>It is being filled from another one.</summary>
    public const string Moving = "moving";

    /// <summary>Another one has taken over.</summary>
    public const string Moved = "moved";

    public static async Task<string?> FindAsync(StoreDatabase database, string name, CancellationToken cancellationToken) => (await database.ReadAsync(
        session => session.QueryAsync("SELECT value FROM marks WHERE name = @name", row => row.GetString(0), cancellationToken, ("@name", name)),
        cancellationToken).ConfigureAwait(false)).FirstOrDefault();

    public static Task<int> SetAsync(StoreDatabase database, string name, string value, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.ExecuteAsync(
            "INSERT INTO marks (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value", cancellationToken,
            ("@name", name), ("@value", value)),
        cancellationToken);

    public static Task<int> RemoveAsync(StoreDatabase database, string name, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.ExecuteAsync("DELETE FROM marks WHERE name = @name", cancellationToken, ("@name", name)), cancellationToken);
}
