using Extractor.Api;
using Extractor.Api.Access;
using Extractor.Api.Campaigns;
using Extractor.Api.Edge;
using Extractor.Api.Features;
using Extractor.Api.Telemetry;
using Extractor.Api.Work;
using Extractor.Storage;
using Extractor.Workers;
using Microsoft.Extensions.Logging.Console;

if (WorkerServer.IsAsked(args))
{
    return WorkerServer.Run(WorkerSetup.CreatePipeline);
}

Serve(args);
return 0;

// A method of its own, so that a worker loads nothing of the web server.
static void Serve(string[] args)
{
    // Only what the service uses: no static files, no web server beside Kestrel, and nothing watches the files of settings, which are read at start.
    WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
    {
        Args = [.. args, "--hostBuilder:reloadConfigOnChange=false"],
        // Settings lie beside the program, from wherever it is started.
        ContentRootPath = AppContext.BaseDirectory,
    });
    IConfigurationSection settings = builder.Configuration.GetSection("Extractor");
    WorkerSetup.StartEarly(builder.Services, settings);
    builder.WebHost.UseKestrelHttpsConfiguration();
    // The slim builder would decide the form of the log by itself.
    builder.Services.Configure<ConsoleLoggerOptions>(builder.Configuration.GetSection("Logging:Console"));
    builder.Services.AddExtractorApi(settings);

    WebApplication app = builder.Build();
    app.UseEdge();
    app.MapOpenApi();
    app.UseSwaggerUI(page =>
    {
        page.RoutePrefix = "docs";
        page.DocumentTitle = "Extractor";
        page.SwaggerEndpoint("/openapi/v1.json", "v1");
    });
    app.MapGet("/", () => Results.Redirect("/docs")).ExcludeFromDescription();
    app.MapHealth();
    app.MapMetrics();
    app.MapGroup("").RequireScope(KeyScopes.Submit).MapExtractions();
    app.MapSchemas();
    app.MapJobs();
    app.MapCampaigns();
    app.MapResults();
    app.MapQuarantine();
    app.MapReports();
    app.MapExports();
    app.MapKeys();
    app.MapWebhooks();
    app.MapDeliveries();
    app.Run();
}
