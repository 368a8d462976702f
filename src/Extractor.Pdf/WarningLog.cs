using System.Collections.Immutable;

namespace Extractor.Pdf;

/// <summary>Collects warnings; of each code only the first few, since a damaged file can repeat one a million times.</summary>
internal sealed class WarningLog
{
    private const int MostOfOneCode = 10;
    private readonly List<PdfWarning> _warnings = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public void Add(string code, string message)
    {
        int count = _counts[code] = _counts.GetValueOrDefault(code) + 1;
        if (count <= MostOfOneCode)
            _warnings.Add(new PdfWarning(code, message));
    }

    /// <summary>The warnings since the last call.</summary>
    public ImmutableArray<PdfWarning> Take()
    {
        ImmutableArray<PdfWarning> taken = [.. _warnings];
        _warnings.Clear();
        _counts.Clear();
        return taken;
    }
}
