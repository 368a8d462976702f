using System.Text;
using System.Text.Json;

namespace Extractor.Storage.Results;

/// <summary>Goes through a JSON text once, from front to back; what nobody asks for is passed over and never copied.</summary>
internal ref struct JsonWalk(ReadOnlySpan<byte> json)
{
    private readonly ReadOnlySpan<byte> _json = json;
    private Utf8JsonReader _reader = new(json);

    /// <summary>Goes to the next property of the object it is in; false behind the last one.</summary>
    public bool NextProperty() => _reader.Read() && _reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Whether the property has this name.</summary>
    public readonly bool Is(ReadOnlySpan<byte> name) => _reader.ValueTextEquals(name);

    /// <summary>Goes to the next element of the array it is in; false behind the last one.</summary>
    public bool NextElement() => _reader.Read() && _reader.TokenType != JsonTokenType.EndArray;

    /// <summary>Passes over the value of the property, or over the rest of the element.</summary>
    public void Skip() => _reader.Skip();

    /// <summary>Goes into the value of the property if it is an object; passes over anything else.</summary>
    public bool EnterObject()
    {
        _reader.Read();
        return IsIn(JsonTokenType.StartObject);
    }

    /// <summary>Goes into the value of the property if it is an array; passes over anything else.</summary>
    public bool EnterArray()
    {
        _reader.Read();
        return IsIn(JsonTokenType.StartArray);
    }

    /// <summary>Goes into the element if it is an object; passes over anything else.</summary>
    public bool IsInObject() => IsIn(JsonTokenType.StartObject);

    /// <summary>The text of the property; null for anything else, which is passed over.</summary>
    public string? Text()
    {
        _reader.Read();
        return ElementText();
    }

    /// <summary>The text of the element; null for anything else, which is passed over.</summary>
    public string? ElementText()
    {
        if (_reader.TokenType == JsonTokenType.String)
        {
            return _reader.GetString();
        }

        _reader.Skip();
        return null;
    }

    /// <summary>The whole number of the property; null for anything else, which is passed over.</summary>
    /// <exception cref="FormatException">The number is not a whole one or too large.</exception>
    public int? Integer()
    {
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.Number)
        {
            return _reader.GetInt32();
        }

        _reader.Skip();
        return null;
    }

    /// <summary>The number of the property.</summary>
    /// <exception cref="InvalidOperationException">It is no number.</exception>
    public double Number()
    {
        _reader.Read();
        return _reader.GetDouble();
    }

    /// <summary>The property as one of the words of an enum; null where it is no text.</summary>
    /// <exception cref="FormatException">There is no such word.</exception>
    public T? Word<T>()
        where T : struct, Enum
    {
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.String)
        {
            _reader.Skip();
            return null;
        }

        Span<char> word = stackalloc char[64];
        return _reader.ValueSpan.Length <= word.Length
            ? ContractWords.Parse<T>(word[.._reader.CopyString(word)]) : ContractWords.Parse<T>(_reader.GetString());
    }

    /// <summary>The value of the property as it is written; a text without its quotes, null for null.</summary>
    public string? AsWritten()
    {
        _reader.Read();
        if (_reader.TokenType is JsonTokenType.String or JsonTokenType.Null)
        {
            return _reader.GetString();
        }

        int from = (int)_reader.TokenStartIndex;
        _reader.Skip();
        return Encoding.UTF8.GetString(_json[from..(int)_reader.BytesConsumed]);
    }

    /// <summary>How many elements the array of the property has.</summary>
    /// <exception cref="InvalidOperationException">It is no array.</exception>
    public int Count()
    {
        if (!EnterArray())
        {
            throw new InvalidOperationException("An array was expected.");
        }

        int count = 0;
        while (NextElement())
        {
            _reader.Skip();
            count++;
        }

        return count;
    }

    /// <summary>Goes into the object that the text as a whole is.</summary>
    public bool Begin()
    {
        _reader.Read();
        return _reader.TokenType == JsonTokenType.StartObject;
    }

    /// <summary>Behind the whole object.</summary>
    /// <exception cref="JsonException">Something follows.</exception>
    public void End() => _reader.Read();

    private bool IsIn(JsonTokenType kind)
    {
        if (_reader.TokenType == kind)
        {
            return true;
        }

        _reader.Skip();
        return false;
    }
}
