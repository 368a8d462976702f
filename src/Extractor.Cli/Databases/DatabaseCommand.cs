using System.CommandLine;
using Extractor.Cli.Terminals;
using Extractor.Models;
using Extractor.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Cli.Databases;

/// <summary><c>db migrate</c>, <c>db backup DIR</c> and <c>db restore DIR</c>: the storage of the service, without the service.</summary>
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
        return new Command("db", DatabaseTexts.Database.In(language)) { migrate, backup, restore, _data, _postgres };
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
        catch (Exception exception) when (exception is BackupException or IOException or UnauthorizedAccessException
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

    private async Task<int> Copy(Task<BackupReport> work)
    {
        BackupReport report = await work;
        using StreamWriter writer = terminal.OpenWriter();
        await writer.WriteLineAsync(DatabaseTexts.Copied(report).In(language));
        return report.Missing == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }
}
