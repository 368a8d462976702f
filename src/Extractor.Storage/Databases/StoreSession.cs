using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Extractor.Storage.Databases;

/// <summary>A connection inside a transaction, or for reading, with the few forms of statement the stores use.</summary>
/// <param name="database">The database.</param>
/// <param name="connection">The connection.</param>
/// <param name="commands">Commands that stay prepared; null where each is made anew.</param>
internal sealed class StoreSession(StoreDatabase database, DbConnection connection, PreparedCommands? commands = null)
{
    public DbConnection Connection => connection;

    public StoreDatabase Database => database;

    public async Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        await using PreparedCommands.Use use = Command(sql, parameters);
        return await use.Command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The rows a statement returns.</summary>
    public async Task<List<T>> QueryAsync<T>(
        string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        await using PreparedCommands.Use use = Command(sql, parameters);
        await using DbDataReader reader = await use.Command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>The same one after the other, however many there are.</summary>
    public async IAsyncEnumerable<T> StreamAsync<T>(
        string sql, Func<DbDataReader, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using DbCommand command = PreparedCommands.Create(connection, sql, []);
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return read(reader);
        }
    }

    /// <summary>The first column of the first row; null where there is none.</summary>
    public async Task<long?> NumberAsync(string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        await using PreparedCommands.Use use = Command(sql, parameters);
        object? value = await use.Command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        return value is null or DBNull ? null : Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Adds many rows to a table the fastest way the database knows.</summary>
    public Task InsertManyAsync(string table, string[] columns, IEnumerable<object?[]> rows, CancellationToken cancellationToken) =>
        database.InsertManyAsync(connection, table, columns, rows, passesOverKnown: false, cancellationToken);

    /// <summary>The same, and rows that are there already stay as they are.</summary>
    /// <returns>How many were added.</returns>
    public Task<int> InsertUnknownAsync(string table, string[] columns, IEnumerable<object?[]> rows, CancellationToken cancellationToken) =>
        database.InsertManyAsync(connection, table, columns, rows, passesOverKnown: true, cancellationToken);

    private PreparedCommands.Use Command(string sql, (string Name, object? Value)[] parameters) => commands is not null
        ? commands.Take(connection, sql, parameters)
        : new(PreparedCommands.Create(connection, sql, parameters), isKept: false);
}
