using Extractor.Api.Work;
using Extractor.Workers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Api.Tests;

/// <summary>The service in this process, with settings of the test and, instead of workers, a reader that does what it is told.</summary>
internal class ApiFactory(params (string Name, string Value)[] settings) : WebApplicationFactory<Program>
{
    public FakeReader Reader { get; } = new();

    public InProcessPool Pool => field ??= new InProcessPool(Reader);

    public string Data { get; init; } = DataFolder.Create();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Extractor:Storage:DataDirectory", Data);
        foreach ((string name, string value) in settings)
        {
            builder.UseSetting($"Extractor:{name}", value);
        }

        builder.ConfigureServices(Replace);
    }

    protected virtual void Replace(IServiceCollection services) => services.AddSingleton<IWorkerPool>(Pool);
}

/// <summary>The service in this process with workers of its own, as it runs in earnest.</summary>
internal sealed class ApiWithWorkers(params (string Name, string Value)[] settings) : ApiFactory(settings)
{
    // The program of this process is the test runner, so the service has to be named.
    public static WorkerCommand Command(IServiceProvider services) => new("dotnet", [typeof(Program).Assembly.Location, WorkerCommand.Argument])
    {
        Environment = WorkerSetup.SettingsOf(services),
    };

    protected override void Replace(IServiceCollection services) => services.AddSingleton(Command);
}
