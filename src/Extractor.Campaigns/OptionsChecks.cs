using Extractor.Campaigns.Scanning;
using Microsoft.Extensions.Options;

namespace Extractor.Campaigns;

// Written at compile time: checking the attributes by reflection compiles a method for every option when a program starts.

/// <summary>Checks the bounds of <see cref="CampaignOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class CampaignOptionsCheck : IValidateOptions<CampaignOptions>;

/// <summary>Checks the bounds of <see cref="ScannerOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class ScannerOptionsCheck : IValidateOptions<ScannerOptions>;
