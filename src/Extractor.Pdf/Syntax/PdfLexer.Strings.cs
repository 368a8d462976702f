namespace Extractor.Pdf.Syntax;

internal sealed partial class PdfLexer
{
    private bool ReadName()
    {
        byte[] data = _data;
        int start = _position;
        int position = start;
        bool hasEscape = false;
        while (position < _end && PdfCharacters.IsRegular(data[position]))
            hasEscape |= data[position++] == '#';
        _position = position;
        if (!hasEscape)
            return Slice(PdfToken.Name, start, _position - start);

        byte[] scratch = Scratch(_position - start);
        int from = _scratchUsed;
        for (int i = start; i < _position; i++)
        {
            int high = _data[i] == '#' && i + 2 < _position ? PdfCharacters.HexValue(_data[i + 1]) : -1;
            int low = high >= 0 ? PdfCharacters.HexValue(_data[i + 2]) : -1;
            scratch[_scratchUsed++] = low >= 0 ? (byte)((high << 4) | low) : _data[i];
            i += low >= 0 ? 2 : 0;
        }

        return ScratchSlice(PdfToken.Name, from);
    }

    private bool ReadLiteralString()
    {
        int start = _position;
        int end = FindStringEnd(out bool hasEscape);
        if (!hasEscape)
            return Slice(PdfToken.String, start, end - start);

        byte[] scratch = Scratch(end - start);
        int from = _scratchUsed;
        for (int i = start; i < end; i++)
        {
            byte value = _data[i];
            if (value == '\\')
                AppendEscape(scratch, ref i, end);
            else if (value == '\r')
                AppendLineEnd(scratch, ref i, end);
            else
                scratch[_scratchUsed++] = value;
        }

        return ScratchSlice(PdfToken.String, from);
    }

    /// <summary>Moves behind the closing bracket and gives its place; a string without one ends with the data.</summary>
    private int FindStringEnd(out bool hasEscape)
    {
        hasEscape = false;
        int open = 1;
        while (_position < _end)
        {
            int step = _data.AsSpan(_position, _end - _position).IndexOfAny("()\\\r"u8);
            if (step < 0)
                break;
            _position += step + 1;
            switch (_data[_position - 1])
            {
                case (byte)'(':
                    open++;
                    break;
                case (byte)')' when --open == 0:
                    return _position - 1;
                case (byte)'\\':
                    hasEscape = true;
                    _position = Math.Min(_position + 1, _end);
                    break;
                case (byte)'\r':
                    hasEscape = true;
                    break;
                default:
                    break;
            }
        }

        _position = _end;
        return _end;
    }

    private void AppendEscape(byte[] scratch, ref int i, int end)
    {
        if (++i >= end)
            return;
        byte value = _data[i];
        switch (value)
        {
            case (byte)'\n':
                return;
            case (byte)'\r':
                i += i + 1 < end && _data[i + 1] == '\n' ? 1 : 0;
                return;
            case >= (byte)'0' and <= (byte)'7':
                int code = value - '0';
                for (int digits = 1; digits < 3 && i + 1 < end && _data[i + 1] is >= (byte)'0' and <= (byte)'7'; digits++)
                    code = (code * 8) + (_data[++i] - '0');
                scratch[_scratchUsed++] = (byte)code;
                return;
            default:
                scratch[_scratchUsed++] = value switch
                {
                    (byte)'n' => (byte)'\n',
                    (byte)'r' => (byte)'\r',
                    (byte)'t' => (byte)'\t',
                    (byte)'b' => (byte)'\b',
                    (byte)'f' => (byte)'\f',
                    _ => value,
                };
                return;
        }
    }

    /// <summary>A line end inside a string is one line feed, however it is written.</summary>
    private void AppendLineEnd(byte[] scratch, ref int i, int end)
    {
        scratch[_scratchUsed++] = (byte)'\n';
        if (i + 1 < end && _data[i + 1] == '\n')
            i++;
    }

    private bool ReadHexString()
    {
        int start = _position;
        int length = _data.AsSpan(_position, _end - _position).IndexOf((byte)'>');
        int end = length < 0 ? _end : _position + length;
        _position = length < 0 ? _end : end + 1;

        byte[] data = _data;
        byte[] scratch = Scratch(((end - start) / 2) + 1);
        int from = _scratchUsed;
        int used = from;
        int high = -1;
        for (int i = start; i < end; i++)
        {
            int digit = PdfCharacters.HexValue(data[i]);
            if (digit < 0)
                continue;
            if (high >= 0)
                scratch[used++] = (byte)((high << 4) | digit);
            high = high < 0 ? digit : -1;
        }

        if (high >= 0)
            scratch[used++] = (byte)(high << 4);
        _scratchUsed = used;
        return ScratchSlice(PdfToken.String, from);
    }

    /// <summary>Room for more bytes; a new buffer leaves slices of the old one valid.</summary>
    private byte[] Scratch(int length)
    {
        if (_scratch.Length - _scratchUsed < length)
        {
            _scratch = new byte[Math.Max(256, Math.Max(length, _scratch.Length * 2L > (1 << 20) ? length : _scratch.Length * 2))];
            _scratchUsed = 0;
        }

        return _scratch;
    }

    private bool ScratchSlice(PdfToken token, int from)
    {
        Token = token;
        Buffer = _scratch;
        Offset = from;
        Length = _scratchUsed - from;
        return true;
    }
}
