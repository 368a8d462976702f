using System.Text.Json.Serialization;
using Extractor.Api.Campaigns;

namespace Extractor.Api.Features;

// Written at compile time: routes with a body ask for its type when they are made, and whoever waits for a campaign asks for it first of all after a restart.

/// <summary>How bodies of requests are read and the answers written that come right after a start.</summary>
[JsonSerializable(typeof(NewKey))]
[JsonSerializable(typeof(NewWebhook))]
[JsonSerializable(typeof(CampaignRequest))]
[JsonSerializable(typeof(CampaignAnswer))]
[JsonSerializable(typeof(HealthAnswer))]
internal sealed partial class ContractJsonContext : JsonSerializerContext;
