using System.Text;
using Extractor.Models;

namespace Extractor.Storage.Results;

/// <summary>A figure as it is stored: its code is the number the database knows it by.</summary>
internal readonly record struct PackedValue(
    int CodeId, string? Item, string? Value, FieldStatus Status, float Confidence, EvidenceSource? Source,
    int? Page, int? Table, int? Row, int? Column, int? Paragraph);

/// <summary>
/// All figures of an answer in one field, some twenty bytes each. A row a figure would touch as many pages of the index as the answer has figures, and
/// all of these have to be written before the answer is durable.
/// </summary>
internal static class PackedValues
{
    private const byte Version = 1;

    [Flags]
    private enum Parts : byte
    {
        Item = 1,
        Value = 2,
        Source = 4,
        Page = 8,
        Table = 16,
        Row = 32,
        Column = 64,
        Paragraph = 128,
    }

    public static byte[] Pack(IReadOnlyCollection<PackedValue> values)
    {
        using var packed = new MemoryStream(24 * values.Count);
        using var writer = new BinaryWriter(packed, Encoding.UTF8);
        writer.Write(Version);
        writer.Write7BitEncodedInt(values.Count);
        foreach (PackedValue value in values)
        {
            Write(writer, value);
        }

        return packed.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes were written by a newer program.</exception>
    public static PackedValue[] Unpack(byte[] packed)
    {
        using var reader = new BinaryReader(new MemoryStream(packed), Encoding.UTF8);
        if (reader.ReadByte() is var version && version != Version)
        {
            throw new InvalidDataException($"Packed figures of version {version} are unknown.");
        }

        var values = new PackedValue[reader.Read7BitEncodedInt()];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Read(reader);
        }

        return values;
    }

    private static void Write(BinaryWriter writer, PackedValue value)
    {
        Parts parts = (value.Item is null ? 0 : Parts.Item) | (value.Value is null ? 0 : Parts.Value) | (value.Source is null ? 0 : Parts.Source)
            | (value.Page is null ? 0 : Parts.Page) | (value.Table is null ? 0 : Parts.Table) | (value.Row is null ? 0 : Parts.Row)
            | (value.Column is null ? 0 : Parts.Column) | (value.Paragraph is null ? 0 : Parts.Paragraph);
        writer.Write7BitEncodedInt(value.CodeId);
        writer.Write((byte)parts);
        writer.Write((byte)value.Status);
        writer.Write(value.Confidence);
        if (value.Item is { } item)
        {
            writer.Write(item);
        }

        if (value.Value is { } figure)
        {
            writer.Write(figure);
        }

        foreach (int? number in (ReadOnlySpan<int?>)[(int?)value.Source, value.Page, value.Table, value.Row, value.Column, value.Paragraph])
        {
            if (number is { } some)
            {
                writer.Write7BitEncodedInt(some);
            }
        }
    }

    private static PackedValue Read(BinaryReader reader)
    {
        int code = reader.Read7BitEncodedInt();
        var parts = (Parts)reader.ReadByte();
        var status = (FieldStatus)reader.ReadByte();
        float confidence = reader.ReadSingle();
        string? item = parts.HasFlag(Parts.Item) ? reader.ReadString() : null;
        string? value = parts.HasFlag(Parts.Value) ? reader.ReadString() : null;
        int? Number(Parts part) => parts.HasFlag(part) ? reader.Read7BitEncodedInt() : null;
        return new PackedValue(
            code, item, value, status, confidence, (EvidenceSource?)Number(Parts.Source), Number(Parts.Page), Number(Parts.Table), Number(Parts.Row),
            Number(Parts.Column), Number(Parts.Paragraph));
    }
}
