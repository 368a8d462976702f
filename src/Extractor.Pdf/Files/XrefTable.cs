using System.Diagnostics.CodeAnalysis;
using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Files;

/// <summary>The objects of a file and its trailer, collected from all sections, newest first.</summary>
internal sealed class XrefTable(PdfBudget budget)
{
    // A freed object hides older definitions, so it needs an entry too.
    private static readonly XrefEntry Free = new(false, -1, 0);
    private readonly Dictionary<int, XrefEntry> _entries = [];

    /// <summary>Trailer dictionaries, newest first.</summary>
    public List<PdfDictionary> Trailers { get; } = [];

    public IEnumerable<int> Numbers => _entries.Keys;

    public int Count => _entries.Count;

    /// <summary>Adds an entry unless a newer section has defined the object.</summary>
    public void AddOlder(int number, XrefEntry entry)
    {
        if (_entries.TryAdd(number, entry) && _entries.Count > budget.Options.MaxObjects)
            throw new PdfException(nameof(PdfOptions.MaxObjects), budget.Options.MaxObjects);
    }

    public void AddOlderFree(int number) => AddOlder(number, Free);

    /// <summary>Adds an entry in place of an older one, as scanning from the start does.</summary>
    public void Replace(int number, XrefEntry entry)
    {
        _entries[number] = entry;
        if (_entries.Count > budget.Options.MaxObjects)
            throw new PdfException(nameof(PdfOptions.MaxObjects), budget.Options.MaxObjects);
    }

    public bool TryGet(int number, out XrefEntry entry) => _entries.TryGetValue(number, out entry) && entry != Free;

    /// <summary>The newest value of a trailer entry.</summary>
    public bool TryGetTrailer(string key, [NotNullWhen(true)] out PdfDictionary? trailer)
    {
        trailer = Trailers.Find(candidate => candidate.Contains(key));
        return trailer is not null;
    }
}
