using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Files;

/// <summary>Follows the chain of cross-reference sections from the last one backwards (ISO 32000-2, 7.5.4, 7.5.8).</summary>
internal sealed class XrefReader(IPdfObjects objects, IndirectObjectReader reader, PdfLexer lexer, int origin)
{
    private readonly XrefTable _table = new(objects.Budget);
    private readonly HashSet<int> _visited = [];
    private readonly ObjectParser _parser = new(objects);

    /// <summary>Reads all sections; null where one is damaged or nothing leads to a catalog.</summary>
    public XrefTable? TryRead(int startOffset)
    {
        var pending = new Stack<int>();
        pending.Push(startOffset);
        while (pending.TryPop(out int offset))
        {
            // A chain that bites its own tail is complete, not damaged.
            if (!_visited.Add(offset))
                continue;
            objects.Budget.CheckTime();
            PdfDictionary? trailer = ReadSection(offset);
            if (trailer is null)
                return null;

            _table.Trailers.Add(trailer);
            if (trailer.Contains("Prev"))
                pending.Push(trailer.GetInteger("Prev", -1));
            // The stream of a hybrid file is newer than the sections before it, so it comes off the stack first.
            if (trailer.Contains("XRefStm"))
                pending.Push(trailer.GetInteger("XRefStm", -1));
        }

        return _table.TryGetTrailer("Root", out _) ? _table : null;
    }

    private PdfDictionary? ReadSection(int offset)
    {
        long position = (long)origin + offset;
        if (offset < 0 || position >= lexer.End)
            return null;
        lexer.Position = (int)position;
        if (!lexer.Read())
            return null;
        if (lexer.IsKeyword("xref"u8))
            return ReadClassic();

        int number = -1;
        return reader.TryRead((int)position, ref number, out PdfValue value) && value.AsStream() is { } stream ? ReadStream(stream) : null;
    }

    private PdfDictionary? ReadClassic()
    {
        while (lexer.Read() && lexer.Token == PdfToken.Number)
        {
            int first = AsInteger(lexer.Number);
            if (!lexer.Read() || lexer.Token != PdfToken.Number || !ReadSubsection(first, AsInteger(lexer.Number)))
                return null;
        }

        return lexer.IsKeyword("trailer"u8) ? _parser.Read(lexer).AsDictionary() : null;
    }

    private bool ReadSubsection(int first, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if ((i & 0xFFF) == 0)
                objects.Budget.CheckTime();
            int before = lexer.Position;
            if (!lexer.Read() || lexer.Token != PdfToken.Number)
            {
                // Fewer entries than announced: what follows is the trailer or the next subsection.
                lexer.Position = before;
                return lexer.Token == PdfToken.Keyword;
            }

            int offset = AsInteger(lexer.Number);
            if (!lexer.Read() || lexer.Token != PdfToken.Number)
                return false;
            int generation = AsInteger(lexer.Number);
            if (!lexer.Read() || lexer.Token != PdfToken.Keyword)
                return false;
            bool isFree = lexer.IsKeyword("f"u8);
            if (!isFree && !lexer.IsKeyword("n"u8))
                return false;
            // Some producers number from 1 although the first entry is the head of the free list, object 0.
            if (i == 0 && first == 1 && isFree && offset == 0 && generation == 65535)
                first = 0;
            Add((long)first + i, isFree || offset == 0 ? null : new XrefEntry(false, offset, generation));
        }

        return true;
    }

    private PdfDictionary? ReadStream(PdfStream stream)
    {
        if (stream.Dictionary.GetName("Type") != "XRef" || stream.Dictionary.GetArray("W") is not { Count: >= 3 } widths)
            return null;
        Span<int> w = [widths.GetInteger(0), widths.GetInteger(1), widths.GetInteger(2)];
        if (w.ContainsAnyExceptInRange(0, 8) || w[0] + w[1] + w[2] == 0)
            return null;

        using DecodedStream content = stream.Decode();
        ReadOnlySpan<byte> rows = content.Span;
        PdfArray? index = stream.Dictionary.GetArray("Index");
        for (int i = 0; i < (index?.Count ?? 2) - 1 && !rows.IsEmpty; i += 2)
        {
            int first = index?.GetInteger(i) ?? 0;
            int count = index?.GetInteger(i + 1) ?? stream.Dictionary.GetInteger("Size");
            rows = ReadRows(rows, w, first, count);
        }

        return stream.Dictionary;
    }

    private ReadOnlySpan<byte> ReadRows(ReadOnlySpan<byte> rows, scoped ReadOnlySpan<int> w, int first, int count)
    {
        int length = w[0] + w[1] + w[2];
        for (int i = 0; i < count && rows.Length >= length; i++, rows = rows[length..])
        {
            if ((i & 0xFFF) == 0)
                objects.Budget.CheckTime();
            long type = w[0] == 0 ? 1 : Field(rows[..w[0]]);
            long second = Field(rows.Slice(w[0], w[1]));
            long third = Field(rows.Slice(w[0] + w[1], w[2]));
            bool isUsable = type is 1 or 2 && second is > 0 and < int.MaxValue && third is >= 0 and < int.MaxValue;
            Add((long)first + i, isUsable ? new XrefEntry(type == 2, (int)second, (int)third) : null);
        }

        return rows;
    }

    private static long Field(ReadOnlySpan<byte> bytes)
    {
        long value = 0;
        foreach (byte part in bytes)
            value = (value << 8) | part;
        return value;
    }

    private void Add(long number, XrefEntry? entry)
    {
        if (number is < 0 or >= int.MaxValue)
            return;
        if (entry is { } used)
            _table.AddOlder((int)number, used);
        else
            _table.AddOlderFree((int)number);
    }

    private static int AsInteger(double number) => number is >= 0 and < int.MaxValue ? (int)number : 0;
}
