using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Extractor.Api.Webhooks;

/// <summary>Where messages may go and how often they are tried. Bound to the section "Extractor:Webhooks" of the settings.</summary>
public sealed class WebhookOptions : IValidatableObject
{
    /// <summary>Networks that may be reached although they are not public, such as "10.1.0.0/16".</summary>
    /// <value>The default value is none: addresses of this machine, of private and of special networks are refused.</value>
    public IList<string> AllowedNetworks { get; } = [];

    /// <summary>Whether receivers may be reached without TLS.</summary>
    /// <value>The default value is false.</value>
    public bool AllowHttp { get; set; }

    /// <summary>Most webhooks.</summary>
    /// <value>The default value is 20.</value>
    [Range(0, 1000)]
    public int MaxWebhooks { get; set; } = 20;

    /// <summary>Receivers that are spoken to at the same time.</summary>
    /// <value>The default value is 4.</value>
    [Range(1, 64)]
    public int Senders { get; set; } = 4;

    /// <summary>Longest time one try may take, from the name of the receiver to the head of its answer.</summary>
    /// <value>The default value is 10 seconds.</value>
    [Range(0.05, 60)]
    public double TimeoutSeconds { get; set; } = 10;

    /// <summary>Tries of a round after its first one, a second or so apart; only what may pass by itself is tried again.</summary>
    /// <value>The default value is 2.</value>
    [Range(0, 10)]
    public int QuickRetries { get; set; } = 2;

    /// <summary>Pause before the first of these tries; the next ones are longer.</summary>
    /// <value>The default value is 1 second.</value>
    [Range(0.01, 60)]
    public double QuickRetrySeconds { get; set; } = 1;

    /// <summary>Pause after the first round; each further one is twice as long, and a random part shorter.</summary>
    /// <value>The default value is 30 seconds.</value>
    [Range(0.01, 3600)]
    public double RetrySeconds { get; set; } = 30;

    /// <summary>Longest pause.</summary>
    /// <value>The default value is 21,600 seconds.</value>
    [Range(0.01, 86_400)]
    public double MaxRetrySeconds { get; set; } = 21_600;

    /// <summary>Rounds before a message is given up.</summary>
    /// <value>The default value is 12: about fifteen hours.</value>
    [Range(1, 100)]
    public int MaxRounds { get; set; } = 12;

    /// <summary>How often the outbox is looked at.</summary>
    /// <value>The default value is 1 second.</value>
    [Range(0.01, 60)]
    public double PollSeconds { get; set; } = 1;

    /// <summary>How long a message carries the signature of the secret before the one in force too.</summary>
    /// <value>The default value is 24 hours.</value>
    [Range(0, 720)]
    public double OverlapHours { get; set; } = 24;

    /// <summary>Days after which messages that were delivered or given up are forgotten.</summary>
    /// <value>The default value is 30.</value>
    [Range(1, 3650)]
    public int KeepDays { get; set; } = 30;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => AllowedNetworks
        .Where(network => !IPNetwork.TryParse(network, out _))
        .Select(network => new ValidationResult($"'{network}' is no network such as 10.1.0.0/16.", [nameof(AllowedNetworks)]));
}
