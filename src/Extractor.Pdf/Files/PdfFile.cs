using System.Runtime.InteropServices;
using Extractor.Pdf.Filters;
using Extractor.Pdf.Security;
using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Files;

/// <summary>The objects of one file: found through its cross-reference, or by scanning where that is damaged; read on demand and kept.</summary>
internal sealed class PdfFile : IPdfObjects
{
    private const int LinearizedWithin = 1024;
    private readonly byte[] _data;
    private readonly int _start;
    private readonly int _end;
    private int _origin;
    private readonly IndirectObjectReader _reader;
    private readonly Dictionary<int, PdfValue> _loaded = [];
    private readonly Dictionary<int, ObjectStream?> _objectStreams = [];
    private XrefTable _table;
    private XrefTable? _scanned;
    private int _loadDepth;

    private PdfFile(ArraySegment<byte> bytes, PdfBudget budget)
    {
        Budget = budget;
        _data = bytes.Array!;
        _start = bytes.Offset;
        _end = bytes.Offset + bytes.Count;
        _reader = new IndirectObjectReader(this, _data, _start, _end);
        _table = new XrefTable(budget);
        int header = bytes.AsSpan().IndexOf("%PDF-"u8);
        HasHeader = header >= 0;
        _origin = _start + Math.Max(0, header);
    }

    public NameTable Names { get; } = new();

    public PdfBudget Budget { get; }

    public WarningLog Warnings { get; } = new();

    /// <summary>Whether "%PDF-" stands anywhere in the bytes.</summary>
    public bool HasHeader { get; }

    /// <summary>Whether the cross-reference was made by scanning.</summary>
    public bool IsRebuilt { get; private set; }

    /// <summary>The document catalog, or null where the file has none.</summary>
    public PdfDictionary? Catalog { get; private set; }

    /// <summary>Numbers of all objects, in no order.</summary>
    public IReadOnlyCollection<int> ObjectNumbers => [.. _table.Numbers];

    /// <summary>
    /// Numbers of all objects in the order pages are likely to have: as they stand in a linearized file, whose first page has the highest
    /// numbers, and by number in any other, where an update may have put a page at the end.
    /// </summary>
    public IEnumerable<int> ObjectNumbersInPageOrder => IsLinearized ? ObjectNumbers.OrderBy(PlaceOf) : ObjectNumbers.Order();

    /// <summary>Finds the objects of a file.</summary>
    public static PdfFile Open(ReadOnlyMemory<byte> bytes, PdfBudget budget)
    {
        if (!MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> segment))
            segment = bytes.ToArray();
        var file = new PdfFile(segment, budget);
        if (!file.TryUseTable())
            file.Rebuild();
        return file;
    }

    /// <inheritdoc/>
    public PdfValue Resolve(PdfValue value)
    {
        for (int hops = 0; value.Kind == PdfKind.Reference; hops++)
        {
            if (hops > Budget.Options.MaxDepth)
                return default;
            value = Load(value.ReferenceNumber);
        }

        return value;
    }

    /// <inheritdoc/>
    public DecodedStream Decode(PdfStream stream)
    {
        Budget.CheckTime();
        bool isPlain = _reader.Security is null || stream.Number == 0;
        ReadOnlyMemory<byte> bytes = isPlain ? stream.Raw : _reader.Security!.DecryptStream(stream);
        return FilterChain.Decode(stream.Dictionary, bytes, this);
    }

    /// <summary>The object of a number; null where there is none. An object that needs itself to be read sees null.</summary>
    public PdfValue Load(int number)
    {
        if (_loaded.TryGetValue(number, out PdfValue value))
            return value;
        if (!_table.TryGet(number, out XrefEntry entry))
            return default;

        Budget.CheckTime();
        Budget.CheckDepth(_loadDepth++);
        _loaded[number] = default;
        bool isRead = false;
        try
        {
            value = Read(number, entry);
            isRead = true;
        }
        finally
        {
            _loadDepth--;
            if (!isRead)
                _loaded.Remove(number);
        }

        _loaded[number] = value;
        return value;
    }

    /// <summary>The object stream of a number, or null where there is none.</summary>
    public ObjectStream? OpenObjectStream(int number)
    {
        if (_objectStreams.TryGetValue(number, out ObjectStream? known))
            return known;
        // A stream stored inside a stream is not allowed and would let a file nest without end.
        bool isPlain = _table.TryGet(number, out XrefEntry entry) && !entry.IsCompressed;
        _objectStreams[number] = null;
        PdfStream? stream = isPlain ? Load(number).AsStream() : null;
        return _objectStreams[number] = stream is null ? null : new ObjectStream(this, stream);
    }

    /// <summary>Makes a new cross-reference by scanning the whole file; what was read before is forgotten.</summary>
    public void Rebuild()
    {
        IsRebuilt = true;
        Warnings.Add("xref.rebuilt", "The cross-reference is missing or damaged; the objects were found by scanning.");
        var rebuilder = new XrefRebuilder(this, Scanner(), _origin);
        UseTable(rebuilder.Table);
        _scanned = rebuilder.Table;
        rebuilder.AddTrailers();
        OpenSecurity();
        rebuilder.AddCompressed();
        _loaded.Clear();
        Catalog = FindCatalog() ?? ScanForCatalog();
    }

    private bool IsLinearized => _data.AsSpan(_start, Math.Min(_end - _start, LinearizedWithin)).IndexOf("/Linearized"u8) >= 0;

    private (int Position, int Index) PlaceOf(int number)
    {
        if (!_table.TryGet(number, out XrefEntry entry) || !entry.IsCompressed)
            return (entry.Position, 0);
        return (_table.TryGet(entry.Position, out XrefEntry container) ? container.Position : 0, entry.Index);
    }

    private ObjectScanner Scanner() => new(this, _data, _start, _end);

    private bool TryUseTable()
    {
        if (StartOffset() is not { } offset)
            return false;
        foreach (int origin in _origin == _start ? [_origin] : new[] { _origin, _start })
        {
            var lexer = new PdfLexer(_data, _start, _end);
            if (new XrefReader(this, _reader, lexer, origin).TryRead(offset) is not { } table)
                continue;
            _origin = origin;
            UseTable(table);
            OpenSecurity();
            Catalog = FindCatalog();
            return Catalog is not null;
        }

        return false;
    }

    private void UseTable(XrefTable table)
    {
        _table = table;
        _reader.Security = null;
        _loaded.Clear();
        _objectStreams.Clear();
    }

    private int? StartOffset()
    {
        int position = _data.AsSpan(_start, _end - _start).LastIndexOf("startxref"u8);
        if (position < 0)
            return null;
        var lexer = new PdfLexer(_data, _start, _end) { Position = _start + position + "startxref".Length };
        return lexer.Read() && lexer.Token == PdfToken.Number && lexer.Number is >= 0 and < int.MaxValue ? (int)lexer.Number : null;
    }

    private void OpenSecurity()
    {
        if (!_table.TryGetTrailer("Encrypt", out PdfDictionary? trailer) || trailer.GetDictionary("Encrypt") is not { } encryption)
            return;
        PdfArray? id = _table.TryGetTrailer("ID", out PdfDictionary? holder) ? holder.GetArray("ID") : null;
        var security = StandardSecurity.Open(encryption, id?[0].AsBytes().ToArray() ?? []);
        // What was read so far was read without the key.
        _loaded.Clear();
        _reader.Security = security;
    }

    private PdfDictionary? FindCatalog()
    {
        foreach (PdfDictionary trailer in _table.Trailers)
        {
            if (trailer.GetDictionary("Root") is { } root && root.GetDictionary("Pages") is not null)
                return root;
        }

        return null;
    }

    private PdfDictionary? ScanForCatalog()
    {
        foreach (int number in ObjectNumbers)
        {
            if (Load(number).AsDictionary() is { } candidate && candidate.GetName("Type") == "Catalog"
                && candidate.GetDictionary("Pages") is not null)
                return candidate;
        }

        return null;
    }

    private PdfValue Read(int number, XrefEntry entry)
    {
        if (entry.IsCompressed)
            return ReadCompressed(number, entry);

        long position = (long)_origin + entry.Position;
        if (position < _end && _reader.TryRead((int)position, ref number, out PdfValue value))
            return value;
        if (_scanned is null)
        {
            _scanned = new XrefRebuilder(this, Scanner(), _origin).Table;
            Warnings.Add("xref.entry", $"Object {number} is not where the cross-reference says; the file was scanned for it.");
        }

        return _scanned.TryGet(number, out XrefEntry other) && _reader.TryRead(_origin + other.Position, ref number, out value) ? value : default;
    }

    private PdfValue ReadCompressed(int number, XrefEntry entry)
    {
        int container = entry.Position;
        for (int depth = 0; depth <= Budget.Options.MaxDepth && OpenObjectStream(container) is { } stream; depth++)
        {
            if (stream.TryRead(number, entry.Index, out PdfValue value))
                return value;
            container = stream.Extends.ReferenceNumber;
        }

        Warnings.Add("xref.entry", $"Object {number} is not in its object stream.");
        return default;
    }
}
