using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Files;

/// <summary>An object stream (ISO 32000-2, 7.5.7): objects stored together, without encryption of their own.</summary>
internal sealed class ObjectStream
{
    private readonly PdfLexer _lexer;
    private readonly ObjectParser _parser;
    private readonly int _first;
    private readonly List<(int Number, int Offset)> _objects = [];

    public ObjectStream(IPdfObjects objects, PdfStream stream)
    {
        // The strings of the objects are slices of the decoded bytes, so these stay as long as the file.
        DecodedStream content = stream.Decode();
        _lexer = new PdfLexer(content);
        _parser = new ObjectParser(objects);
        _first = content.Start + Math.Clamp(stream.Dictionary.GetInteger("First"), 0, content.Length);
        Extends = stream.Dictionary.Raw("Extends");
        ReadHeader(Math.Max(0, stream.Dictionary.GetInteger("N")), content.Start + content.Length - _first);
    }

    /// <summary>Reference to the stream this one adds to, or null.</summary>
    public PdfValue Extends { get; }

    /// <summary>Numbers of the objects in the stream, in order.</summary>
    public IEnumerable<int> Numbers => _objects.Select(entry => entry.Number);

    /// <summary>Reads an object; the index is a hint only, the number decides.</summary>
    public bool TryRead(int number, int index, out PdfValue value)
    {
        value = default;
        if ((uint)index >= (uint)_objects.Count || _objects[index].Number != number)
            index = _objects.FindIndex(entry => entry.Number == number);
        if (index < 0)
            return false;
        _lexer.Position = _first + _objects[index].Offset;
        value = _parser.Read(_lexer);
        return true;
    }

    private void ReadHeader(int count, int bodyLength)
    {
        while (_objects.Count < count && _lexer.Position < _first)
        {
            if (!_lexer.Read() || _lexer.Token != PdfToken.Number)
                return;
            double number = _lexer.Number;
            if (!_lexer.Read() || _lexer.Token != PdfToken.Number)
                return;
            if (number is >= 0 and < int.MaxValue && _lexer.Number >= 0 && _lexer.Number <= bodyLength)
                _objects.Add(((int)number, (int)_lexer.Number));
        }
    }
}
