namespace Extractor.Pdf.Syntax;

/// <summary>
/// One PDF object. A struct, so that numbers, names and references cost no allocation; a wrong kind reads as "absent", never as an exception,
/// because files put anything anywhere. Nothing here follows references: the getters of <see cref="PdfDictionary"/> and <see cref="PdfArray"/> do.
/// </summary>
internal readonly struct PdfValue
{
    private readonly object? _object;
    private readonly long _bits;

    private PdfValue(PdfKind kind, object? value, long bits)
    {
        Kind = kind;
        _object = value;
        _bits = bits;
    }

    public PdfKind Kind { get; }

    public static PdfValue Null => default;

    public bool IsNull => Kind == PdfKind.Null;

    /// <summary>Object number of a reference, or 0.</summary>
    public int ReferenceNumber => Kind == PdfKind.Reference ? (int)(_bits >> 32) : 0;

    public static PdfValue FromNumber(double value) => new(PdfKind.Number, null, BitConverter.DoubleToInt64Bits(value));

    public static PdfValue FromBoolean(bool value) => new(PdfKind.Boolean, null, value ? 1 : 0);

    /// <summary>A name without its slash; its bytes as Latin-1 characters, so none is lost.</summary>
    public static PdfValue FromName(string value) => new(PdfKind.Name, value, 0);

    /// <summary>A string as a slice of a buffer, so that strings without escapes need no copy.</summary>
    public static PdfValue FromString(byte[] buffer, int offset, int length) => new(PdfKind.String, buffer, ((long)offset << 32) | (uint)length);

    public static PdfValue FromString(byte[] bytes) => FromString(bytes, 0, bytes.Length);

    public static PdfValue FromReference(int number, int generation) => new(PdfKind.Reference, null, ((long)number << 32) | (uint)generation);

    public static PdfValue From(PdfArray value) => new(PdfKind.Array, value, 0);

    public static PdfValue From(PdfDictionary value) => new(PdfKind.Dictionary, value, 0);

    public static PdfValue From(PdfStream value) => new(PdfKind.Stream, value, 0);

    public double AsNumber(double otherwise = 0) => Kind == PdfKind.Number ? BitConverter.Int64BitsToDouble(_bits) : otherwise;

    /// <summary>The number cut to an integer and to its range, or <paramref name="otherwise"/>.</summary>
    public int AsInteger(int otherwise = 0) => Kind == PdfKind.Number ? ClampToInteger(BitConverter.Int64BitsToDouble(_bits)) : otherwise;

    public bool AsBoolean(bool otherwise = false) => Kind == PdfKind.Boolean ? _bits != 0 : otherwise;

    public string? AsName() => Kind == PdfKind.Name ? (string)_object! : null;

    /// <summary>The bytes of a string; empty for any other kind.</summary>
    public ReadOnlySpan<byte> AsBytes() => Kind == PdfKind.String ? ((byte[])_object!).AsSpan((int)(_bits >> 32), (int)_bits) : default;

    /// <inheritdoc cref="AsBytes"/>
    public ReadOnlyMemory<byte> AsMemory() => Kind == PdfKind.String ? ((byte[])_object!).AsMemory((int)(_bits >> 32), (int)_bits) : default;

    /// <summary>The text of a text string (UTF-16, UTF-8 or PDFDocEncoding), or null for any other kind.</summary>
    public string? AsText() => Kind == PdfKind.String ? PdfText.Decode(AsBytes()) : null;

    public PdfArray? AsArray() => Kind == PdfKind.Array ? (PdfArray)_object! : null;

    /// <summary>The dictionary, or that of a stream.</summary>
    public PdfDictionary? AsDictionary() => Kind switch
    {
        PdfKind.Dictionary => (PdfDictionary)_object!,
        PdfKind.Stream => ((PdfStream)_object!).Dictionary,
        _ => null,
    };

    public PdfStream? AsStream() => Kind == PdfKind.Stream ? (PdfStream)_object! : null;

    private static int ClampToInteger(double value) => value switch
    {
        double.NaN => 0,
        >= int.MaxValue => int.MaxValue,
        <= int.MinValue => int.MinValue,
        _ => (int)value,
    };
}
