using Extractor.Api.Edge;
using Extractor.Api.Features;
using Extractor.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Api.Tests;

/// <summary>The service behind a real socket of this machine, with the reader of the test instead of workers.</summary>
internal sealed class RealServer(WebApplication app) : IAsyncDisposable
{
    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<RealServer> StartAsync(FakeReader reader, params (string Name, string Value)[] settings)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        // The file of settings names a fixed port; any free one will do here.
        builder.Configuration["Urls"] = "http://127.0.0.1:0";
        builder.Configuration["Extractor:Storage:DataDirectory"] = DataFolder.Create();
        foreach ((string name, string value) in settings)
        {
            builder.Configuration[$"Extractor:{name}"] = value;
        }

        builder.Services.AddExtractorApi(builder.Configuration.GetSection("Extractor"));
        builder.Services.AddSingleton<IWorkerPool>(new InProcessPool(reader));
        WebApplication app = builder.Build();
        app.UseEdge();
        app.MapExtractions();
        app.MapSchemas();
        await app.StartAsync();
        return new RealServer(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
