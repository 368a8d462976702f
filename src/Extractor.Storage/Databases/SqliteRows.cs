using SQLitePCL;
using static SQLitePCL.raw;

namespace Extractor.Storage.Databases;

/// <summary>Many rows through one prepared statement, bound by place: a third of the time the provider's commands take.</summary>
internal static class SqliteRows
{
    /// <returns>How many were added.</returns>
    public static int Insert(sqlite3 connection, string table, string[] columns, IEnumerable<object?[]> rows, string unless)
    {
        int added = 0;
        string sql = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(_ => "?"))}){unless}";
        Check(connection, sqlite3_prepare_v2(connection, sql, out sqlite3_stmt statement));
        using (statement)
        {
            foreach (object?[] row in rows)
            {
                for (int i = 0; i < row.Length; i++)
                {
                    Check(connection, Bind(statement, i + 1, row[i]));
                }

                if (sqlite3_step(statement) is var end && end != SQLITE_DONE)
                {
                    Check(connection, end);
                }

                added += sqlite3_changes(connection);
                Check(connection, sqlite3_reset(statement));
            }
        }

        return added;
    }

    private static int Bind(sqlite3_stmt statement, int place, object? value) => value switch
    {
        null => sqlite3_bind_null(statement, place),
        long number => sqlite3_bind_int64(statement, place, number),
        int number => sqlite3_bind_int(statement, place, number),
        short number => sqlite3_bind_int(statement, place, number),
        bool flag => sqlite3_bind_int(statement, place, flag ? 1 : 0),
        double number => sqlite3_bind_double(statement, place, number),
        float number => sqlite3_bind_double(statement, place, number),
        string text => sqlite3_bind_text(statement, place, text),
        byte[] bytes => sqlite3_bind_blob(statement, place, bytes),
        _ => throw new ArgumentException($"A column cannot hold {value.GetType().Name}.", nameof(value)),
    };

    private static void Check(sqlite3 connection, int code) => Microsoft.Data.Sqlite.SqliteException.ThrowExceptionForRC(code, connection);
}
