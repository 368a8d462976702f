namespace Extractor.Pdf.Syntax;

/// <summary>An array; the indexer follows references.</summary>
internal sealed class PdfArray(IPdfObjects objects, PdfValue[] items, int count)
{
    private PdfValue[] _items = items;

    public PdfArray(IPdfObjects objects, PdfValue[] items)
        : this(objects, items, items.Length)
    {
    }

    public int Count { get; private set; } = count;

    /// <summary>The items as written, references unresolved.</summary>
    public ReadOnlySpan<PdfValue> Raw => _items.AsSpan(0, Count);

    /// <summary>The item with its reference followed; null outside the array.</summary>
    public PdfValue this[int index] => (uint)index < (uint)Count ? objects.Resolve(_items[index]) : default;

    public double GetNumber(int index, double otherwise = 0) => this[index].AsNumber(otherwise);

    public int GetInteger(int index, int otherwise = 0) => this[index].AsInteger(otherwise);

    /// <summary>Empties the array for the next operands of a content stream.</summary>
    internal void Clear() => Count = 0;

    internal void Add(PdfValue value)
    {
        if (Count == _items.Length)
            Array.Resize(ref _items, Math.Max(8, Count * 2));
        _items[Count++] = value;
    }
}
