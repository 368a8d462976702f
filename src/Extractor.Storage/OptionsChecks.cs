using Microsoft.Extensions.Options;

namespace Extractor.Storage;

// Written at compile time: checking the attributes by reflection compiles a method for every option when a program starts.

/// <summary>Checks the bounds of <see cref="StorageOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class StorageOptionsCheck : IValidateOptions<StorageOptions>;

/// <summary>Checks the bounds of <see cref="QuotaOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class QuotaOptionsCheck : IValidateOptions<QuotaOptions>;
