using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace Extractor.Normalisation;

/// <summary>
/// The form in which two texts are compared: words in lower case separated by single blanks, without punctuation, with abbreviations written out
/// and spelling habits folded. A key of a key is the key.
/// </summary>
internal static class MatchKey
{
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Variants =
        EmbeddedTable.Read("syllable_variants.csv").ToFrozenDictionary(row => row["seen"], row => row["canonical"], StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int LongestVariant = Variants.Dictionary.Keys.Max(k => k.Length);

    /// <summary>The key of a text. Letters, digits and the percent sign survive; every other character parts words.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 ? text : Write(NfcText.WithoutInvisible(NfcText.Of(LookAlikes.Mend(text))));
    }

    /// <summary>The key without diacritics, for labels whose accents a scan or a font has damaged.</summary>
    public static string Folded(string text) => VietnameseLetters.WithoutDiacritics(Of(text));

    private static string Write(ReadOnlySpan<char> text)
    {
        var key = new KeyBuffer(text.Length + 16);
        int at = 0;
        while (at < text.Length)
        {
            char c = text[at];
            if (Letters.IsLetter(c))
            {
                at += WriteWord(text, at, ref key);
            }
            else if (char.IsDigit(c))
            {
                at += WriteNumber(text[at..], ref key);
            }
            else
            {
                if (c == '%')
                {
                    key.StartToken();
                    key.Append('%');
                }

                at++;
            }
        }

        return key.Finish();
    }

    private static int WriteWord(ReadOnlySpan<char> text, int start, ref KeyBuffer key)
    {
        int length = 1;
        while (start + length < text.Length && IsInWord(text[start + length - 1], text[start + length]))
        {
            length++;
        }

        if (Abbreviations.Expand(text, start, ref length, key.Written) is { } expansion)
        {
            key.StartToken();
            key.Append(expansion);
            return length;
        }

        key.StartToken();
        int first = key.Written.Length;
        foreach (char c in text.Slice(start, length))
        {
            key.Append(Letters.ToLower(c));
        }

        Span<char> word = key.Tail(first);
        ToneFolding.Fold(word);
        if (word.Length <= LongestVariant && Variants.TryGetValue(word, out string? canonical))
        {
            key.Truncate(first);
            key.Append(canonical);
        }

        return length;
    }

    // A capital after a small letter starts a new word: line joins and OCR glue words together ("củaTổ").
    private static bool IsInWord(char before, char c) =>
        Letters.IsLetter(c) && !(Letters.IsLower(before) && Letters.ToLower(c) != c);

    private static int WriteNumber(ReadOnlySpan<char> text, ref KeyBuffer key)
    {
        key.StartToken();
        int length = 0;
        while (length < text.Length && char.IsDigit(text[length]))
        {
            key.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(text[length])));
            length++;
        }

        return length;
    }

    // Keys are mostly shorter than the text plus a few expansions; a rented array grows where they are not.
    private ref struct KeyBuffer(int capacity)
    {
        private char[] _chars = ArrayPool<char>.Shared.Rent(capacity);
        private int _length;

        public readonly ReadOnlySpan<char> Written => _chars.AsSpan(0, _length);

        public void StartToken()
        {
            if (_length > 0)
            {
                Append(' ');
            }
        }

        public void Append(char c)
        {
            if (_length == _chars.Length)
            {
                Grow(1);
            }

            _chars[_length++] = c;
        }

        public void Append(ReadOnlySpan<char> text)
        {
            if (_length + text.Length > _chars.Length)
            {
                Grow(text.Length);
            }

            text.CopyTo(_chars.AsSpan(_length));
            _length += text.Length;
        }

        public readonly Span<char> Tail(int start) => _chars.AsSpan(start, _length - start);

        public void Truncate(int length) => _length = length;

        public readonly string Finish()
        {
            string key = new(Written);
            ArrayPool<char>.Shared.Return(_chars);
            return key;
        }

        private void Grow(int by)
        {
            char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(_chars.Length * 2, _length + by));
            Written.CopyTo(larger);
            ArrayPool<char>.Shared.Return(_chars);
            _chars = larger;
        }
    }
}
