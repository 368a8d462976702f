using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Extractor.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Webhooks;

/// <summary>Registers webhooks and the protection of their secrets.</summary>
internal static class WebhookServices
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<WebhookOptions>().Bind(settings.GetSection("Webhooks")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsCheck>();
        services.AddDataProtection().SetApplicationName("Extractor");
        // Beside the originals, because all nodes share that folder and a backup carries it.
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<StorageOptions>, ILoggerFactory>((keys, storage, logging) =>
            keys.XmlRepository = new FileSystemXmlRepository(KeyFolder.Create(storage.Value.DataDirectory), logging));
        services.TryAddSingleton<ResolveName>(Dns.GetHostAddressesAsync);
        services.AddSingleton<ReceiverPolicy>();
        services.AddSingleton<PinnedConnection>();
        services.AddSingleton<WebhookSecret>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<RetrySchedule>();
        services.AddHostedService<WebhookDispatcher>();
        services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter<DeliveryState>(JsonNamingPolicy.CamelCase)));
        return services;
    }
}
