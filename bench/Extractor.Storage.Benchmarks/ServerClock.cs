using System.Globalization;
using Extractor.Storage.Databases;

namespace Extractor.Storage.Benchmarks;

/// <summary>Processor time of a PostgreSQL server on this machine, all of its processes together; nothing for SQLite, which computes in this process.</summary>
internal sealed class ServerClock
{
    private const int ParentField = 1;
    private const int OwnField = 11;
    private const int ChildrenField = 13;
    private const double TickMilliseconds = 10;

    private readonly int? _server;

    private ServerClock(int? server) => _server = server;

    public double Milliseconds => _server is not { } server ? 0
        : TickMilliseconds * (Ticks(StatOf(server), ChildrenField) + Processes().Select(StatOf).Where(stat => stat.Length > 0 && Number(stat, ParentField) == server)
            .Sum(stat => Ticks(stat, OwnField)));

    public static async Task<ServerClock> OfAsync(StoreDatabase database)
    {
        if (database is SqliteDatabase)
        {
            return new ServerClock(null);
        }

        long? session = await database.ReadAsync(reading => reading.NumberAsync("SELECT pg_backend_pid()", default), default);
        string[] stat = StatOf((int)session!.Value);
        return new ServerClock(stat.Length == 0 ? null : (int)Number(stat, ParentField));
    }

    private static IEnumerable<int> Processes() => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : 0).Where(id => id > 0);

    // What follows the name, which may hold anything (proc(5)).
    private static string[] StatOf(int process)
    {
        try
        {
            string stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static long Ticks(string[] stat, int field) => stat.Length == 0 ? 0 : Number(stat, field) + Number(stat, field + 1);

    private static long Number(string[] stat, int field) => long.Parse(stat[field], CultureInfo.InvariantCulture);
}
