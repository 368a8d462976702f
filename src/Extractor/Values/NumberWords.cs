using System.Collections.Frozen;

namespace Extractor.Values;

/// <summary>Reads numbers written in Vietnamese words ("hai mươi lăm", "một trăm linh năm").</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Digits = new Dictionary<string, int>
    {
        ["không"] = 0,
        ["một"] = 1,
        ["mốt"] = 1,
        ["hai"] = 2,
        ["ba"] = 3,
        ["bốn"] = 4,
        ["tư"] = 4,
        ["năm"] = 5,
        ["lăm"] = 5,
        ["nhăm"] = 5,
        ["sáu"] = 6,
        ["bảy"] = 7,
        ["bẩy"] = 7,
        ["tám"] = 8,
        ["chín"] = 9,
    }.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> Scales = new Dictionary<string, long>
    {
        ["nghìn"] = 1_000,
        ["ngàn"] = 1_000,
        ["triệu"] = 1_000_000,
        ["tỷ"] = 1_000_000_000,
        ["tỉ"] = 1_000_000_000,
    }.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Factor of a scale word such as "triệu"; 0 for another word.</summary>
    public static long ScaleOf(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[8];
        return word.Length <= lower.Length && word.ToLowerInvariant(lower) == word.Length
            && Scales.TryGetValue(lower[..word.Length], out long scale) ? scale : 0;
    }

    /// <summary>Reads the number that starts at a place; <paramref name="length"/> covers its words.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int start, out decimal value, out int length, out int words)
    {
        var sum = new Accumulator();
        Span<char> lower = stackalloc char[8];
        int at = start;
        length = 0;
        words = 0;
        while (NextWord(text, ref at, out int from) && at - from <= lower.Length)
        {
            ReadOnlySpan<char> word = lower[..text[from..at].ToLowerInvariant(lower)];
            if (!sum.TryAdd(word))
            {
                break;
            }

            words++;
            length = at - start;
        }

        value = sum.Total;
        return words > 0 && sum.IsWhole;
    }

    private static bool NextWord(ReadOnlySpan<char> text, ref int at, out int from)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        from = at;
        while (at < text.Length && char.IsLetter(text[at]))
        {
            at++;
        }

        return at > from;
    }

    private struct Accumulator
    {
        private decimal _done;
        private int _group;
        private int _digit;
        private bool _hasDigit;
        private bool _afterZero;

        public readonly decimal Total => _done + _group + _digit;

        public readonly bool IsWhole => !_afterZero;

        public bool TryAdd(ReadOnlySpan<char> word)
        {
            if (Digits.TryGetValue(word, out int digit))
            {
                if (_hasDigit)
                {
                    return false;
                }

                (_digit, _hasDigit, _afterZero) = (digit, true, false);
                return true;
            }

            if (word is "mười" && !_hasDigit)
            {
                _group += 10;
                return true;
            }

            if (word is "mươi" or "trăm" && _hasDigit)
            {
                CloseDigit(word is "mươi" ? 10 : 100);
                return true;
            }

            if (word is "linh" or "lẻ" && !_hasDigit && _group > 0)
            {
                return _afterZero = true;
            }

            if (Scales.TryGetValue(word, out long scale) && (_group > 0 || _hasDigit))
            {
                CloseDigit(1);
                _done += _group * (decimal)scale;
                _group = 0;
                return true;
            }

            return false;
        }

        private void CloseDigit(int factor)
        {
            _group += _digit * factor;
            (_digit, _hasDigit) = (0, false);
        }
    }
}
