using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Files;

/// <summary>Makes a cross-reference for a file that has none to trust: objects by scanning, later ones replacing earlier ones.</summary>
internal sealed class XrefRebuilder
{
    private readonly PdfFile _file;
    private readonly ObjectScanner _scanner;
    private readonly List<(int Number, int Generation, int Position)> _found;
    private readonly Dictionary<int, int> _positions = [];

    public XrefRebuilder(PdfFile file, ObjectScanner scanner, int origin)
    {
        _file = file;
        _scanner = scanner;
        _found = scanner.FindObjects();
        Table = new XrefTable(file.Budget);
        foreach ((int number, int generation, int position) in _found)
        {
            Table.Replace(number, new XrefEntry(false, position - origin, generation));
            _positions[number] = position;
        }
    }

    public XrefTable Table { get; }

    /// <summary>Collects trailers and the dictionaries of cross-reference streams. The file must already use <see cref="Table"/>.</summary>
    public void AddTrailers()
    {
        List<PdfDictionary> trailers = _scanner.FindTrailers();
        foreach (int container in ContainersOf("/XRef"u8.ToArray()))
        {
            if (_file.Load(container).AsStream() is { } stream && stream.Dictionary.GetName("Type") == "XRef")
                trailers.Add(stream.Dictionary);
        }

        trailers.Reverse();
        Table.Trailers.AddRange(trailers);
    }

    /// <summary>Adds what object streams hold, unless the object was written again behind them. Needs the key of an encrypted file.</summary>
    public void AddCompressed()
    {
        foreach (int container in ContainersOf("/ObjStm"u8.ToArray()))
        {
            _file.Budget.CheckTime();
            if (_file.OpenObjectStream(container) is not { } stream)
                continue;
            int position = _positions[container];
            int index = 0;
            foreach (int number in stream.Numbers)
            {
                if (_positions.GetValueOrDefault(number, -1) < position)
                {
                    Table.Replace(number, new XrefEntry(true, container, index));
                    _positions[number] = position;
                }

                index++;
            }
        }
    }

    /// <summary>Numbers of the objects in whose text a word stands, each as it is defined last.</summary>
    private List<int> ContainersOf(byte[] word)
    {
        var numbers = new List<int>();
        int next = 0;
        foreach (int place in _scanner.FindWord(word))
        {
            while (next < _found.Count && _found[next].Position < place)
                next++;
            if (next > 0 && _found[next - 1] is var owner && _positions[owner.Number] == owner.Position
                && (numbers.Count == 0 || numbers[^1] != owner.Number))
                numbers.Add(owner.Number);
        }

        return numbers;
    }
}
