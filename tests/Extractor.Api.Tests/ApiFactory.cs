using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Api.Tests;

/// <summary>The service in this process, with settings of the test and a reader that does what it is told.</summary>
internal sealed class ApiFactory(params (string Name, string Value)[] settings) : WebApplicationFactory<Program>
{
    public FakeReader Reader { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach ((string name, string value) in settings)
        {
            builder.UseSetting($"Extractor:{name}", value);
        }

        // The first reader that claims a file reads it.
        builder.ConfigureServices(services => services.Insert(0, ServiceDescriptor.Singleton<IDocumentReader>(Reader)));
    }
}
