namespace Extractor.Api.OpenApi;

/// <summary>Marks the operation whose body is a folder's name, an archive or a set of files.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TakesCampaignAttribute : Attribute;
