using System.Buffers.Binary;
using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Filters;

/// <summary>Undoes the predictors of Flate and LZW (ISO 32000-2, 7.4.4.4) in place.</summary>
internal sealed class Predictor
{
    private const int Tiff = 2;
    private const int FirstPng = 10;
    private readonly int _bits;
    private readonly int _colors;
    private readonly int _columns;
    private readonly int _predictor;

    private Predictor(PdfDictionary parameters)
    {
        _predictor = parameters.GetInteger("Predictor", 1);
        _colors = Math.Clamp(parameters.GetInteger("Colors", 1), 1, 256);
        int bits = parameters.GetInteger("BitsPerComponent", 8);
        _bits = bits is 1 or 2 or 4 or 8 or 16 ? bits : 8;
        _columns = Math.Clamp(parameters.GetInteger("Columns", 1), 1, 1 << 24);
    }

    private int BytesPerPixel => Math.Max(1, _colors * _bits / 8);

    private long RowBytes => (((long)_columns * _colors * _bits) + 7) / 8;

    /// <summary>Undoes the predictor the parameters name, if any.</summary>
    public static void Apply(PdfDictionary? parameters, DecodeBuffer data)
    {
        if (parameters is null || parameters.GetInteger("Predictor", 1) <= 1)
            return;
        var predictor = new Predictor(parameters);
        if (predictor._predictor >= FirstPng)
            predictor.UndoPng(data);
        else if (predictor._predictor == Tiff)
            predictor.UndoTiff(data);
    }

    private void UndoPng(DecodeBuffer data)
    {
        Span<byte> bytes = data.Written;
        int rowBytes = (int)Math.Min(RowBytes, bytes.Length);
        if (rowBytes == 0)
            return;
        int read = 0;
        int written = 0;
        Span<byte> above = default;
        while (read < bytes.Length)
        {
            byte type = bytes[read++];
            // The last row of damaged data may be short.
            int length = Math.Min(rowBytes, bytes.Length - read);
            Span<byte> row = bytes.Slice(written, length);
            bytes.Slice(read, length).CopyTo(row);
            UndoPngRow(type, row, above);
            above = row;
            read += length;
            written += length;
        }

        data.CutTo(written);
    }

    private void UndoPngRow(byte type, Span<byte> row, ReadOnlySpan<byte> above)
    {
        int pixel = BytesPerPixel;
        switch (type)
        {
            case 1:
                for (int i = pixel; i < row.Length; i++)
                    row[i] += row[i - pixel];
                break;
            case 2:
                for (int i = 0; i < row.Length && i < above.Length; i++)
                    row[i] += above[i];
                break;
            case 3:
                for (int i = 0; i < row.Length; i++)
                    row[i] += (byte)((At(row, i - pixel) + At(above, i)) / 2);
                break;
            case 4:
                for (int i = 0; i < row.Length; i++)
                    row[i] += Paeth(At(row, i - pixel), At(above, i), At(above, i - pixel));
                break;
            default:
                break;
        }
    }

    private static byte At(ReadOnlySpan<byte> row, int index) => (uint)index < (uint)row.Length ? row[index] : (byte)0;

    private static byte Paeth(byte left, byte up, byte upLeft)
    {
        int estimate = left + up - upLeft;
        int toLeft = Math.Abs(estimate - left);
        int toUp = Math.Abs(estimate - up);
        int toUpLeft = Math.Abs(estimate - upLeft);
        if (toLeft <= toUp && toLeft <= toUpLeft)
            return left;
        return toUp <= toUpLeft ? up : upLeft;
    }

    private void UndoTiff(DecodeBuffer data)
    {
        int rowBytes = (int)Math.Min(RowBytes, data.Length);
        for (int start = 0; start < data.Length; start += rowBytes)
            UndoTiffRow(data.Written.Slice(start, Math.Min(rowBytes, data.Length - start)));
    }

    private void UndoTiffRow(Span<byte> row)
    {
        if (_bits == 8)
        {
            for (int i = _colors; i < row.Length; i++)
                row[i] += row[i - _colors];
        }
        else if (_bits == 16)
        {
            for (int i = 2 * _colors; i + 1 < row.Length; i += 2)
            {
                ushort left = BinaryPrimitives.ReadUInt16BigEndian(row[(i - (2 * _colors))..]);
                BinaryPrimitives.WriteUInt16BigEndian(row[i..], (ushort)(BinaryPrimitives.ReadUInt16BigEndian(row[i..]) + left));
            }
        }
        else
        {
            UndoTiffBits(row);
        }
    }

    /// <summary>Samples of 1, 2 or 4 bits, each the difference to the sample of the same colour to its left.</summary>
    private void UndoTiffBits(Span<byte> row)
    {
        int mask = (1 << _bits) - 1;
        Span<int> left = stackalloc int[_colors];
        left.Clear();
        long samples = Math.Min((long)_columns * _colors, (long)row.Length * 8 / _bits);
        for (int sample = 0; sample < samples; sample++)
        {
            int shift = 8 - _bits - (int)((long)sample * _bits % 8);
            ref byte cell = ref row[(int)((long)sample * _bits / 8)];
            int value = ((cell >> shift) + left[sample % _colors]) & mask;
            left[sample % _colors] = value;
            cell = (byte)((cell & ~(mask << shift)) | (value << shift));
        }
    }
}
