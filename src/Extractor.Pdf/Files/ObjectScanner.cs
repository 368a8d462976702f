using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Files;

/// <summary>Finds objects and trailers by looking through the bytes, for files whose cross-reference cannot be used.</summary>
internal sealed class ObjectScanner(IPdfObjects objects, byte[] data, int start, int end)
{
    private const int LongestGap = 32;
    private const int MostDigits = 20;

    /// <summary>Every "n g obj" in file order.</summary>
    public List<(int Number, int Generation, int Position)> FindObjects()
    {
        var found = new List<(int Number, int Generation, int Position)>();
        for (int position = IndexOf("obj"u8, start); position >= 0; position = IndexOf("obj"u8, position + 3))
        {
            if (!TryReadBackwards(position, out int number, out int generation, out int at))
                continue;
            found.Add((number, generation, at));
            if ((found.Count & 0x3FF) == 0)
                objects.Budget.CheckTime();
            if (found.Count > objects.Budget.Options.MaxObjects)
                throw new PdfException(nameof(PdfOptions.MaxObjects), objects.Budget.Options.MaxObjects);
        }

        return found;
    }

    /// <summary>The dictionaries behind each "trailer", in file order.</summary>
    public List<PdfDictionary> FindTrailers()
    {
        var trailers = new List<PdfDictionary>();
        var parser = new ObjectParser(objects);
        var lexer = new PdfLexer(data, start, end);
        for (int position = IndexOf("trailer"u8, start); position >= 0; position = IndexOf("trailer"u8, Math.Max(lexer.Position, position + 7)))
        {
            objects.Budget.CheckTime();
            lexer.Position = position + "trailer".Length;
            if (parser.Read(lexer).AsDictionary() is { } trailer)
                trailers.Add(trailer);
            else
                lexer.Position = position;
        }

        return trailers;
    }

    /// <summary>Places of a word, in file order.</summary>
    public IEnumerable<int> FindWord(byte[] word)
    {
        for (int position = IndexOf(word, start); position >= 0; position = IndexOf(word, position + word.Length))
            yield return position;
    }

    private int IndexOf(ReadOnlySpan<byte> word, int from)
    {
        if (from >= end)
            return -1;
        int index = data.AsSpan(from, end - from).IndexOf(word);
        return index < 0 ? -1 : from + index;
    }

    /// <summary>Reads "n g " backwards from the word obj.</summary>
    private bool TryReadBackwards(int position, out int number, out int generation, out int at)
    {
        number = generation = 0;
        at = SkipWhiteBackwards(position);
        return TryReadDigitsBackwards(ref at, out generation)
            && SkipWhiteBackwards(at) is int gap && gap < at
            && TryReadDigitsBackwards(ref gap, out number)
            && number < int.MaxValue
            && (at = gap) >= start;
    }

    private int SkipWhiteBackwards(int position)
    {
        int least = Math.Max(start, position - LongestGap);
        while (position > least && PdfCharacters.IsWhite(data[position - 1]))
            position--;
        return position;
    }

    private bool TryReadDigitsBackwards(ref int position, out int value)
    {
        int last = position;
        value = 0;
        long scale = 1;
        long sum = 0;
        while (position > start && PdfCharacters.IsDigit(data[position - 1]) && last - position < MostDigits)
        {
            sum = Math.Min(sum + ((data[--position] - '0') * scale), int.MaxValue);
            scale = Math.Min(scale * 10, int.MaxValue);
        }

        value = (int)sum;
        return position < last;
    }
}
