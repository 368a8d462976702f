using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Extractor.Storage.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Extractor.Storage.Maintenance;

/// <summary>Number of rows and the sum of their digests: the same for the same rows in whatever order they are read.</summary>
internal readonly record struct TableDigest(long Rows, UInt128 Sum);

/// <summary>A table on its way from one database to the other.</summary>
internal sealed class MovedTable
{
    private const int Together = 2000;

    private readonly (string Name, Type Type)[] _columns;
    private readonly string[] _keys;
    private readonly bool _isNumbered;

    private MovedTable(string name, (string Name, Type Type)[] columns, string[] keys, bool isNumbered)
    {
        (Name, _columns, _keys, _isNumbered) = (name, columns, keys, isNumbered);
    }

    public string Name { get; }

    public static MovedTable Of(IEntityType entity)
    {
        IReadOnlyList<IProperty> keys = entity.FindPrimaryKey()!.Properties;
        return new MovedTable(
            entity.GetTableName()!, [.. entity.GetProperties().Select(property => (property.GetColumnName(), PlainType(property.ClrType)))],
            [.. keys.Select(key => key.GetColumnName())], keys is [{ ValueGenerated: ValueGenerated.OnAdd } only] && PlainType(only.ClrType) != typeof(string));
    }

    /// <summary>Copies what is behind the last row that has arrived.</summary>
    public async Task CopyAsync(StoreDatabase source, StoreDatabase target, Action<string, long>? told, CancellationToken cancellationToken)
    {
        object?[]? last = (await target.ReadAsync(
            session => session.QueryAsync($"SELECT {List()} FROM {Name} ORDER BY {Order(target, " DESC")} LIMIT 1", Read, cancellationToken), cancellationToken)
            .ConfigureAwait(false)).FirstOrDefault();
        long arrived = 0;
        while (true)
        {
            object?[]? after = last;
            List<object?[]> rows = await source.ReadAsync(
                session => session.QueryAsync(
                    $"SELECT {List()} FROM {Name} {(after is null ? "" : Beyond(source))} ORDER BY {Order(source, "")} LIMIT {Together}", Read, cancellationToken,
                    after is null ? [] : [.. _keys.Select((key, i) => ($"@k{i}", after[PlaceOf(key)]))]), cancellationToken).ConfigureAwait(false);
            if (rows.Count == 0)
            {
                break;
            }

            await target.WriteAsync(
                async session =>
                {
                    await session.InsertManyAsync(Name, [.. _columns.Select(column => column.Name)], rows, cancellationToken).ConfigureAwait(false);
                    return true;
                }, cancellationToken).ConfigureAwait(false);
            last = rows[^1];
            arrived += rows.Count;
            told?.Invoke(Name, arrived);
        }

        if (_isNumbered)
        {
            await target.GoOnNumberingAsync(Name, _keys[0], cancellationToken).ConfigureAwait(false);
        }
    }

    public Task<TableDigest> DigestAsync(StoreDatabase database, CancellationToken cancellationToken) => database.ReadAsync(
        async session =>
        {
            var digest = default(TableDigest);
            await foreach (object?[] row in session.StreamAsync($"SELECT {List()} FROM {Name}", Read, cancellationToken).ConfigureAwait(false))
            {
                digest = new TableDigest(digest.Rows + 1, unchecked(digest.Sum + DigestOf(row)));
            }

            return digest;
        }, cancellationToken);

    private static UInt128 DigestOf(object?[] row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (object? value in row)
        {
            byte[] bytes = value switch
            {
                null => [],
                byte[] blob => blob,
                IFormattable number => Encoding.UTF8.GetBytes(number.ToString(null, CultureInfo.InvariantCulture)),
                _ => Encoding.UTF8.GetBytes(value.ToString()!),
            };
            // The length, one more than it is so that nothing and an empty text differ, keeps neighbours apart.
            hash.AppendData(BitConverter.GetBytes(value is null ? 0 : bytes.Length + 1));
            hash.AppendData(bytes);
        }

        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash.GetHashAndReset());
    }

    private static Type PlainType(Type type)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum ? Enum.GetUnderlyingType(plain) : plain;
    }

    private object?[] Read(DbDataReader row)
    {
        var values = new object?[_columns.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = row.IsDBNull(i) ? null : _columns[i].Type == typeof(byte[]) ? row.GetValue(i)
                : Convert.ChangeType(row.GetValue(i), _columns[i].Type, CultureInfo.InvariantCulture);
        }

        return values;
    }

    private int PlaceOf(string key) => Array.FindIndex(_columns, column => column.Name == key);

    private string List() => string.Join(", ", _columns.Select(column => column.Name));

    // Both databases have to agree on the order of texts: that of their bytes.
    private string Order(StoreDatabase database, string direction) => string.Join(", ", _keys.Select(key => Ordered(database, key) + direction));

    private string Beyond(StoreDatabase database) =>
        $"WHERE ({string.Join(", ", _keys.Select(key => Ordered(database, key)))}) > ({string.Join(", ", _keys.Select((_, i) => $"@k{i}"))})";

    private string Ordered(StoreDatabase database, string key) => _columns[PlaceOf(key)].Type == typeof(string) ? key + database.ByBytes : key;
}
