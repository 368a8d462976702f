namespace Extractor.Pdf.Fonts;

/// <summary>Values for ranges of character codes, found by binary search; of two ranges that begin alike the later one counts.</summary>
internal sealed class CodeRanges<T>
{
    // Ranges of real files do not overlap; a few steps back cover the odd one that does.
    private const int StepsBack = 16;
    private readonly List<Entry> _entries = [];
    private bool _isSorted = true;

    public int Count => _entries.Count;

    public void Add(int low, int high, T value)
    {
        _isSorted &= _entries.Count == 0 || low > _entries[^1].Low;
        _entries.Add(new Entry(low, high, _entries.Count, value));
    }

    /// <summary>Finds the range a code lies in.</summary>
    public bool TryFind(int code, out int low, out T? value)
    {
        Sort();
        (int first, int end) = (0, _entries.Count);
        while (first < end)
        {
            int middle = (first + end) / 2;
            if (_entries[middle].Low <= code)
                first = middle + 1;
            else
                end = middle;
        }

        for (int i = first - 1; i >= 0 && i >= first - StepsBack; i--)
        {
            if (_entries[i].High < code)
                continue;
            (low, value) = (_entries[i].Low, _entries[i].Value);
            return true;
        }

        (low, value) = (0, default);
        return false;
    }

    private void Sort()
    {
        if (_isSorted)
            return;
        _entries.Sort(static (a, b) => a.Low != b.Low ? a.Low.CompareTo(b.Low) : a.Order.CompareTo(b.Order));
        _isSorted = true;
    }

    private readonly record struct Entry(int Low, int High, int Order, T Value);
}
