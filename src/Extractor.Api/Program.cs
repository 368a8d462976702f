using Extractor.Api;
using Extractor.Api.Access;
using Extractor.Api.Campaigns;
using Extractor.Api.Edge;
using Extractor.Api.Features;
using Extractor.Api.Telemetry;
using Extractor.Api.Work;
using Extractor.Storage;
using Extractor.Workers;

if (WorkerServer.IsAsked(args))
{
    return WorkerServer.Run(WorkerSetup.CreatePipeline);
}

Serve(args);
return 0;

// A method of its own, so that a worker loads nothing of the web server.
static void Serve(string[] args)
{
    WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = args,
        // Settings lie beside the program, from wherever it is started.
        ContentRootPath = AppContext.BaseDirectory,
    });
    builder.Services.AddExtractorApi(builder.Configuration.GetSection("Extractor"));

    WebApplication app = builder.Build();
    WorkerSetup.StartEarly(app.Services);
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
