using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Extractor.Models;

/// <summary>A box as <c>[x0, y0, x1, y1]</c> with two decimals: a hundredth of a point is finer than any printer.</summary>
internal sealed class BoxConverter : JsonConverter<Box>
{
    public override Box Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Span<double> edges = stackalloc double[4];
        for (int i = 0; i < 4; i++)
        {
            reader.Read();
            edges[i] = reader.GetDouble();
        }

        reader.Read();
        return new Box(edges[0], edges[1], edges[2], edges[3]);
    }

    public override void Write(Utf8JsonWriter writer, Box value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(Math.Round(value.X0, 2));
        writer.WriteNumberValue(Math.Round(value.Y0, 2));
        writer.WriteNumberValue(Math.Round(value.X1, 2));
        writer.WriteNumberValue(Math.Round(value.Y1, 2));
        writer.WriteEndArray();
    }
}

/// <summary>A confidence as a number with four decimals; finer differences mean nothing.</summary>
internal sealed class ConfidenceConverter : JsonConverter<Confidence>
{
    public override Confidence Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        double value = reader.GetDouble();
        return value is >= 0 and <= 1 ? new Confidence(value) : throw new JsonException("A confidence lies between 0 and 1.");
    }

    public override void Write(Utf8JsonWriter writer, Confidence value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(Math.Round(value.Value, 4));
}

/// <summary>A number as a JSON number, a ratio as "10/10".</summary>
internal sealed class IndicatorValueConverter : JsonConverter<IndicatorValue>
{
    public override IndicatorValue? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return new NumberValue(reader.GetDecimal());
        }

        string[] parts = (reader.GetString() ?? "").Split('/');
        return parts.Length == 2
            && decimal.TryParse(parts[0], NumberStyles.Number, CultureInfo.InvariantCulture, out decimal numerator)
            && decimal.TryParse(parts[1], NumberStyles.Number, CultureInfo.InvariantCulture, out decimal denominator)
                ? new RatioValue(numerator, denominator)
                : throw new JsonException("A value is a number or a ratio such as \"10/10\".");
    }

    public override void Write(Utf8JsonWriter writer, IndicatorValue value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case NumberValue number:
                writer.WriteNumberValue(number.Number);
                break;
            case RatioValue ratio:
                writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{ratio.Numerator}/{ratio.Denominator}"));
                break;
            default:
                throw new JsonException($"Unknown value {value.GetType().Name}.");
        }
    }
}

/// <summary>A list of texts; null where the report does not state one, which is not the same as an empty list.</summary>
internal sealed class TextListConverter : JsonConverter<ImmutableArray<string>>
{
    public override bool HandleNull => true;

    public override ImmutableArray<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A list of texts is an array.");
        }

        var texts = ImmutableArray.CreateBuilder<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            texts.Add(reader.GetString() ?? throw new JsonException("A text of a list is never null."));
        }

        return texts.ToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<string> value, JsonSerializerOptions options)
    {
        if (value.IsDefault)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        foreach (string text in value)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
