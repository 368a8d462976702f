using System.Globalization;
using Extractor.Storage.Databases;
using Extractor.Storage.Results;

namespace Extractor.Storage.Reports;

/// <summary>Figures of answers, all of an answer at once.</summary>
internal static class StoredValues
{
    public static async Task<Dictionary<long, PackedValue[]>> OfAsync(StoreSession session, IEnumerable<long> results, CancellationToken cancellationToken)
    {
        string ids = string.Join(',', results.Select(id => id.ToString(CultureInfo.InvariantCulture)));
        return ids.Length == 0
            ? []
            : (await session.QueryAsync(
                $"SELECT result_id, packed FROM result_values WHERE result_id IN ({ids})",
                row => (Id: row.GetInt64(0), Values: PackedValues.Unpack((byte[])row.GetValue(1))), cancellationToken).ConfigureAwait(false))
                .ToDictionary(row => row.Id, row => row.Values);
    }
}
