using Extractor.Api.Problems;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Extractor.Api.Edge;

/// <summary>Registers what every request passes, and puts it in order.</summary>
internal static class EdgeServices
{
    public static IServiceCollection AddEdge(this IServiceCollection services, IConfiguration settings)
    {
        services.AddRateLimits(settings).AddOrigins(settings);
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        // A body that cannot be read is a problem like any other, in production as on a developer's machine.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddSingleton<ProblemWriter>();
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = context =>
            context.ProblemDetails.Extensions["requestId"] = context.HttpContext.TraceIdentifier);
        services.AddExceptionHandler<ProblemHandler>();
        return services;
    }

    /// <summary>In this order: an id before anything can be logged, problems around everything that can fail, limits once it is known who asks.</summary>
    public static void UseEdge(this WebApplication app)
    {
        app.UseMiddleware<RequestIds>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler();
        app.UseStatusCodePages(context => context.HttpContext.RequestServices.GetRequiredService<ProblemWriter>()
            .WriteAsync(context.HttpContext, HttpProblem.Of(context.HttpContext.Response.StatusCode), HttpProblem.Detail));
        app.UseOrigins();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
    }
}
