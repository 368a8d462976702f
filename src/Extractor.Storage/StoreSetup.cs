using Extractor.Storage.Databases;
using Extractor.Storage.Maintenance;
using Extractor.Storage.Results;
using Microsoft.Extensions.Options;

namespace Extractor.Storage;

/// <summary>Makes the storage ready before anything else uses it.</summary>
public sealed class StoreSetup : IDisposable
{
    private readonly StoreDatabase _database;
    private readonly SeriesCarrier _series;
    private readonly StorageOptions _options;
    private FileStream? _lock;

    internal StoreSetup(StoreDatabase database, SeriesCarrier series, IOptions<StorageOptions> options)
    {
        _series = series;
        _database = database;
        _options = options.Value;
    }

    /// <summary>Whether no other process can be at work on this storage.</summary>
    public bool IsAlone => _lock is not null;

    /// <summary>How others reach the same database, such as the scheduler of campaigns.</summary>
    public string ConnectionString => _database.ConnectionString;

    /// <summary>Takes the data directory, brings the schema up to date, or refuses to go on where it is not.</summary>
    /// <exception cref="InvalidOperationException">The schema is not up to date, or another process uses the data directory.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (_options.Provider == StorageProvider.Sqlite)
        {
            TakeDirectory();
        }

        if (_options.MigrateAtStart)
        {
            await _database.MigrateAsync(cancellationToken).ConfigureAwait(false);
        }
        else if (await _database.PendingMigrationsAsync(cancellationToken).ConfigureAwait(false) is { Count: > 0 } pending)
        {
            throw new InvalidOperationException($"The database is not up to date ({string.Join(", ", pending)}): run 'extractor db migrate'.");
        }

        if (await StoreMarks.FindAsync(_database, StoreMarks.Moving, cancellationToken).ConfigureAwait(false) is not null)
        {
            throw new InvalidOperationException("The database is being filled from another one: let 'extractor db move' come to its end.");
        }

        if (await StoreMarks.FindAsync(_database, StoreMarks.Moved, cancellationToken).ConfigureAwait(false) is { } place)
        {
            throw new InvalidOperationException($"The data of this database were moved to {place}; it is not used any more.");
        }

        // A long backlog is that of a schema before there was one; queries look into each of its answers.
        await _series.CarryAllAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Brings the schema up to date.</summary>
    public Task MigrateAsync(CancellationToken cancellationToken) => _database.MigrateAsync(cancellationToken);

    /// <summary>Names of the migrations that are still to be applied.</summary>
    public Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellationToken) => _database.PendingMigrationsAsync(cancellationToken);

    /// <summary>Lets the data directory go.</summary>
    public void Dispose() => _lock?.Dispose();

    // A lease of a process that died is void at once when nobody else can hold one, so that a restart goes on where it was.
    private void TakeDirectory()
    {
        try
        {
            _lock ??= new FileStream(Path.Combine(_options.DataDirectory, "extractor.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new InvalidOperationException(
                $"Another process uses the data directory '{_options.DataDirectory}'. With SQLite there can be one; use PostgreSQL for several.", exception);
        }
    }
}
