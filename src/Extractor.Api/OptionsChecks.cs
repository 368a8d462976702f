using Extractor.Api.Access;
using Extractor.Api.Edge;
using Extractor.Api.Jobs;
using Extractor.Api.Telemetry;
using Extractor.Api.Webhooks;
using Extractor.Workers;
using Microsoft.Extensions.Options;

namespace Extractor.Api;

// Written at compile time: checking the attributes by reflection compiles a method for every option when a program starts.

/// <summary>Checks the bounds of <see cref="ApiOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class ApiOptionsCheck : IValidateOptions<ApiOptions>;

/// <summary>Checks the bounds of <see cref="WorkerOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class WorkerOptionsCheck : IValidateOptions<WorkerOptions>;

/// <summary>Checks the bounds of <see cref="OidcOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class OidcOptionsCheck : IValidateOptions<OidcOptions>;

/// <summary>Checks the bounds of <see cref="JobOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class JobOptionsCheck : IValidateOptions<JobOptions>;

/// <summary>Checks the bounds of <see cref="RateLimitOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class RateLimitOptionsCheck : IValidateOptions<RateLimitOptions>;

/// <summary>Checks the bounds of <see cref="OriginOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class OriginOptionsCheck : IValidateOptions<OriginOptions>;

/// <summary>Checks the bounds of <see cref="TelemetryOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class TelemetryOptionsCheck : IValidateOptions<TelemetryOptions>;

/// <summary>Checks the bounds of <see cref="WebhookOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class WebhookOptionsCheck : IValidateOptions<WebhookOptions>;
