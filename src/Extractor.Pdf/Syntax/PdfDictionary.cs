namespace Extractor.Pdf.Syntax;

/// <summary>A dictionary; <see cref="Raw"/> gives what is written, every other getter follows references.</summary>
internal sealed class PdfDictionary(IPdfObjects objects, KeyValuePair<string, PdfValue>[] entries)
{
    private const int IndexedFrom = 24;
    private Dictionary<string, PdfValue>? _index;

    /// <summary>The entries as written, in file order; a key may stand twice, then the last one counts.</summary>
    public ReadOnlySpan<KeyValuePair<string, PdfValue>> Entries => entries;

    public IPdfObjects Objects => objects;

    /// <summary>The value with its reference followed; null where the key is absent.</summary>
    public PdfValue this[string key] => objects.Resolve(Raw(key));

    public bool Contains(string key) => !Raw(key).IsNull;

    /// <summary>The value as written, a reference unresolved.</summary>
    public PdfValue Raw(string key)
    {
        if (entries.Length >= IndexedFrom)
            return Index().GetValueOrDefault(key);
        for (int i = entries.Length - 1; i >= 0; i--)
        {
            if (entries[i].Key == key)
                return entries[i].Value;
        }

        return default;
    }

    public double GetNumber(string key, double otherwise = 0) => this[key].AsNumber(otherwise);

    public int GetInteger(string key, int otherwise = 0) => this[key].AsInteger(otherwise);

    public bool GetBoolean(string key, bool otherwise = false) => this[key].AsBoolean(otherwise);

    public string? GetName(string key) => this[key].AsName();

    /// <summary>A text string decoded to Unicode, or null.</summary>
    public string? GetText(string key) => this[key].AsText();

    public PdfArray? GetArray(string key) => this[key].AsArray();

    /// <summary>The dictionary, or the dictionary of a stream.</summary>
    public PdfDictionary? GetDictionary(string key) => this[key].AsDictionary();

    public PdfStream? GetStream(string key) => this[key].AsStream();

    private Dictionary<string, PdfValue> Index()
    {
        if (_index is null)
        {
            _index = new Dictionary<string, PdfValue>(entries.Length, StringComparer.Ordinal);
            foreach ((string key, PdfValue value) in entries)
                _index[key] = value;
        }

        return _index;
    }
}
