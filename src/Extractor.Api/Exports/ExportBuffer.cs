namespace Extractor.Api.Exports;

/// <summary>How much of an export is gathered before it is sent.</summary>
internal static class ExportBuffer
{
    public const int Enough = 32 << 10;
}
