using System.Diagnostics;
using Npgsql;

namespace Extractor.Storage.Maintenance;

/// <summary>PostgreSQL's own programs: they know every version of its files better than we could.</summary>
internal static class PostgresTools
{
    private const int MostError = 2000;

    public static Task DumpAsync(string connectionString, string file, CancellationToken cancellationToken) =>
        RunAsync("pg_dump", connectionString, ["--format=custom", "--no-owner", "--no-privileges", $"--file={file}"], cancellationToken);

    public static Task RestoreAsync(string connectionString, string file, CancellationToken cancellationToken) => RunAsync(
        "pg_restore", connectionString,
        ["--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", $"--dbname={new NpgsqlConnectionStringBuilder(connectionString).Database}", file],
        cancellationToken);

    private static async Task RunAsync(string program, string connectionString, string[] arguments, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardInput = true };
        // In the environment, not on the command line, which every user of the machine can read.
        start.Environment["PGHOST"] = settings.Host;
        start.Environment["PGPORT"] = settings.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = settings.Username;
        start.Environment["PGPASSWORD"] = settings.Password ?? "";
        start.Environment["PGDATABASE"] = settings.Database;
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new BackupException($"'{program}' is needed and was not found (Debian: postgresql-client).");
        }

        using (process)
        {
            string errors = await process.StandardError.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            if (process.ExitCode != 0)
            {
                throw new BackupException($"{program}: {(errors.Length > MostError ? errors[..MostError] : errors).Trim()}");
            }
        }
    }
}
