using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Edge;

/// <summary>Pages of other origins, and proxies: nobody unless the operator names them.</summary>
internal static class Origins
{
    public static IServiceCollection AddOrigins(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<OriginOptions>().Bind(settings.GetSection("Origins")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OriginOptions>, OriginOptionsCheck>();
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<OriginOptions>>((cors, origins) => cors.AddDefaultPolicy(policy => policy
            .WithOrigins([.. origins.Value.Allowed])
            .WithMethods("GET", "POST", "DELETE")
            .WithHeaders("Authorization", "X-Api-Key", "Content-Type", "Content-Disposition", "Accept-Language", "Idempotency-Key", "If-None-Match", RequestIds.Header)
            .WithExposedHeaders("Location", "Retry-After", "ETag", "Content-Disposition", "Content-Language", RequestIds.Header)));
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<OriginOptions>>((forwarded, origins) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // What the framework believes by itself: a proxy of this machine. Here only those that are named.
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (string proxy in origins.Value.TrustedProxies)
            {
                forwarded.KnownIPNetworks.Add(OriginOptions.NetworkOf(proxy)!.Value);
            }
        });
        return services;
    }

    public static void UseOrigins(this WebApplication app)
    {
        OriginOptions origins = app.Services.GetRequiredService<IOptions<OriginOptions>>().Value;
        if (origins.TrustedProxies.Count > 0)
        {
            app.UseForwardedHeaders();
        }

        if (origins.Allowed.Count > 0)
        {
            app.UseCors();
        }
    }
}
