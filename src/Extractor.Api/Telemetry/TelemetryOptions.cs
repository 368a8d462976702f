using System.ComponentModel.DataAnnotations;

namespace Extractor.Api.Telemetry;

/// <summary>What the service tells of itself. Bound to the section "Extractor:Telemetry" of the settings.</summary>
public sealed class TelemetryOptions
{
    /// <summary>Whether <c>/metrics</c> answers, in the Prometheus text format.</summary>
    /// <value>The default value is true.</value>
    public bool Prometheus { get; set; } = true;

    /// <summary>Whether <c>/metrics</c> answers without a key even where keys are asked for: for a scraper that cannot send one.</summary>
    /// <value>The default value is false.</value>
    public bool PrometheusWithoutKey { get; set; }

    /// <summary>Address of a collector that takes metrics and traces by OTLP over gRPC, such as <c>http://127.0.0.1:4317</c>; none is called by default.</summary>
    public Uri? OtlpEndpoint { get; set; }

    /// <summary>Share of requests whose traces are sent to the collector.</summary>
    /// <value>The default value is 1.</value>
    [Range(0.0, 1.0)]
    public double TraceShare { get; set; } = 1;

    /// <summary>How often the depth of the queue is looked at.</summary>
    /// <value>The default value is 15 seconds.</value>
    [Range(0.1, 3600)]
    public double QueuePollSeconds { get; set; } = 15;
}
