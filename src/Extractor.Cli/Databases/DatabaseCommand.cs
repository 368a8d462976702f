using System.CommandLine;
using Extractor.Cli.Terminals;
using Extractor.Models;
using Extractor.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Cli.Databases;

/// <summary><c>db migrate|backup|restore|move|sweep</c>: the storage of the service, without the service.</summary>
internal sealed class DatabaseCommand(Terminal terminal, UserLanguage language, CancellationToken cancellationToken)
{
    private readonly Argument<string> _folder = new("DIR") { Description = DatabaseTexts.BackupFolder.In(language) };
    private readonly Option<string> _data = new("--data") { Description = DatabaseTexts.DataOption.In(language), Recursive = true, DefaultValueFactory = _ => "data" };
    private readonly Option<string?> _postgres = new("--postgres") { Description = DatabaseTexts.PostgresOption.In(language), Recursive = true };

    public Command Describe()
    {
        var migrate = new Command("migrate", DatabaseTexts.Migrate.In(language));
        migrate.SetAction(parsed => Run(parsed, MigrateAsync));
        var backup = new Command("backup", DatabaseTexts.Backup.In(language)) { _folder };
        backup.SetAction(parsed => Run(parsed, services => Copy(services.GetRequiredService<StoreBackup>().BackupAsync(parsed.GetRequiredValue(_folder), cancellationToken))));
        var restore = new Command("restore", DatabaseTexts.Restore.In(language)) { _folder };
        restore.SetAction(parsed => Run(parsed, services => Copy(services.GetRequiredService<StoreBackup>().RestoreAsync(parsed.GetRequiredValue(_folder), cancellationToken))));
        var to = new Option<string>("--to") { Description = DatabaseTexts.ToOption.In(language), Required = true };
        var move = new Command("move", DatabaseTexts.Move.In(language)) { to };
        move.SetAction(parsed => Run(parsed, services => MoveAsync(services, parsed.GetRequiredValue(to), parsed.GetRequiredValue(_data))));
        var report = new Option<bool>("--report-only") { Description = DatabaseTexts.ReportOnlyOption.In(language) };
        var sweep = new Command("sweep", DatabaseTexts.Sweep.In(language)) { report };
        sweep.SetAction(parsed => Run(parsed, services => SweepAsync(services, !parsed.GetValue(report))));
        return new Command("db", DatabaseTexts.Database.In(language)) { migrate, backup, restore, move, sweep, _data, _postgres };
    }

    private int Run(ParseResult parsed, Func<IServiceProvider, Task<int>> work)
    {
        string? postgres = parsed.GetValue(_postgres);
        ServiceProvider services = new ServiceCollection().AddExtractorStorage().Configure<StorageOptions>(options =>
        {
            options.Provider = postgres is null ? StorageProvider.Sqlite : StorageProvider.PostgreSql;
            options.ConnectionString = postgres;
            options.DataDirectory = parsed.GetRequiredValue(_data);
        }).BuildServiceProvider();
        try
        {
            return Task.Run(
                async () =>
                {
                    await using (services)
                    {
                        return await work(services);
                    }
                }, cancellationToken).GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is BackupException or MoveException or InvalidOperationException or IOException or UnauthorizedAccessException
            or System.Data.Common.DbException or ArgumentException)
        {
            terminal.Error.WriteLine(exception.Message);
            return ExitCode.SomeFailed;
        }
    }

    private async Task<int> MigrateAsync(IServiceProvider services)
    {
        var setup = services.GetRequiredService<StoreSetup>();
        IReadOnlyList<string> pending = await setup.PendingAsync(cancellationToken);
        await setup.MigrateAsync(cancellationToken);
        using StreamWriter writer = terminal.OpenWriter();
        await writer.WriteLineAsync(DatabaseTexts.Migrated(pending.Count).In(language));
        return ExitCode.Done;
    }

    private async Task<int> MoveAsync(IServiceProvider services, string connectionString, string data)
    {
        using StreamWriter writer = terminal.OpenWriter();
        var target = new StorageOptions { Provider = StorageProvider.PostgreSql, ConnectionString = connectionString, DataDirectory = data };
        MoveReport report = await services.GetRequiredService<StoreMove>().MoveAsync(target, null, cancellationToken);
        foreach ((string table, long rows) in report.Tables.Where(table => table.Value > 0).OrderBy(table => table.Key, StringComparer.Ordinal))
        {
            await writer.WriteLineAsync(DatabaseTexts.MovedTable(table, rows).In(language));
        }

        await writer.WriteLineAsync(DatabaseTexts.Moved(report).In(language));
        return report.Missing == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private async Task<int> SweepAsync(IServiceProvider services, bool removes)
    {
        SweepReport report = await services.GetRequiredService<OriginalSweep>().RunAsync(TimeSpan.FromDays(1), removes, cancellationToken);
        using StreamWriter writer = terminal.OpenWriter();
        foreach (string sha256 in report.Missing)
        {
            await writer.WriteLineAsync(DatabaseTexts.Gone(sha256).In(language));
        }

        await writer.WriteLineAsync(DatabaseTexts.Swept(report, removes).In(language));
        return report.Missing.Count == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private async Task<int> Copy(Task<BackupReport> work)
    {
        BackupReport report = await work;
        using StreamWriter writer = terminal.OpenWriter();
        await writer.WriteLineAsync(DatabaseTexts.Copied(report).In(language));
        return report.Missing == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }
}
