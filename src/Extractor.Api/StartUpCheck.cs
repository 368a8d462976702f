using System.Text;
using Extractor.Workers;

namespace Extractor.Api;

/// <summary>Refuses to start where nothing would work: without ICU.</summary>
internal sealed class StartUpCheck(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Without ICU .NET leaves texts as they are and says nothing.
        if (!string.Equals("e\u0302\u0301".Normalize(NormalizationForm.FormC), "\u1EBF", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("Unicode normalisation does not work: install ICU (Debian 12: libicu72) and leave invariant globalisation off.");
        }

        // The workers become warm while the server starts; the service is ready as soon as one is.
        services.GetRequiredService<IWorkerPool>();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
