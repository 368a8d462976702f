using System.Data.Common;

namespace Extractor.Storage.Databases;

/// <summary>Commands of one connection by their text, so that a statement that comes with every document is understood once.</summary>
internal sealed class PreparedCommands : IAsyncDisposable
{
    // Texts are constants but for a few that hold lists; these come and go.
    private const int Most = 64;

    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);

    /// <summary>Transaction the next commands belong to.</summary>
    public DbTransaction? Transaction { get; set; }

    /// <summary>A command with these values; it must be done with before the same text is asked for again.</summary>
    public Use Take(DbConnection connection, string sql, (string Name, object? Value)[] parameters)
    {
        if (_commands.TryGetValue(sql, out DbCommand? known))
        {
            known.Transaction = Transaction;
            foreach ((string name, object? value) in parameters)
            {
                known.Parameters[name].Value = value ?? DBNull.Value;
            }

            return new Use(known, isKept: true);
        }

        DbCommand command = Create(connection, sql, parameters);
        return new Use(command, isKept: _commands.Count < Most && _commands.TryAdd(sql, command));
    }

    public static DbCommand Create(DbConnection connection, string sql, (string Name, object? Value)[] parameters)
    {
        DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Texts of the stores; values travel as parameters only.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach ((string name, object? value) in parameters)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (DbCommand command in _commands.Values)
        {
            await command.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>A command in use.</summary>
    public readonly struct Use(DbCommand command, bool isKept) : IAsyncDisposable
    {
        public DbCommand Command => command;

        public ValueTask DisposeAsync() => isKept ? ValueTask.CompletedTask : command.DisposeAsync();
    }
}
