namespace Extractor.Normalisation;

/// <summary>A few letters of Vietnamese, asked for so often that looking one up must cost no more than reading it.</summary>
internal sealed class LetterSet
{
    private readonly bool[] _has = new bool[Letters.TableSize];

    /// <summary>A set of characters; those beyond Vietnamese are left out.</summary>
    public LetterSet(IEnumerable<char> letters)
    {
        foreach (char letter in letters)
        {
            if (letter < _has.Length)
            {
                _has[letter] = true;
            }
        }
    }

    /// <summary>Whether the set has a character.</summary>
    public bool Contains(char c) => c < _has.Length && _has[c];

    /// <summary>Whether the set has all characters of a text.</summary>
    public bool ContainsAll(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!Contains(c))
            {
                return false;
            }
        }

        return true;
    }
}
