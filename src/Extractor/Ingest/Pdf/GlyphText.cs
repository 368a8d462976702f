using System.Buffers;

namespace Extractor.Ingest.Pdf;

/// <summary>Collects the letters of a word in a buffer that is used again for the next.</summary>
internal sealed class GlyphText
{
    // Vietnamese, with the look-alike of ư some producers write, and what Western encodings make of legacy Vietnamese fonts.
    private static readonly SearchValues<char> KnownLetters = SearchValues.Create("ĂăĐđĨĩŨũƠơƯưƢƣŒœŠšŸŽžƒı");

    private char[] _letters = new char[64];
    private int _length;

    /// <summary>Starts a new word.</summary>
    public void Clear() => _length = 0;

    /// <summary>Adds the text of a glyph: ligatures become letters, what cannot be text becomes U+FFFD and is counted.</summary>
    public void Add(string text, ref TextDamage damage)
    {
        foreach (char c in text)
        {
            switch (c)
            {
                case '\uFFFD':
                    damage.Unmapped++;
                    Append(c);
                    break;
                case '\u00AD':
                    // Word's fonts share one glyph between both hyphens; what is drawn is seen.
                    Append('-');
                    break;
                case < ' ' or (>= '\u007F' and < '\u00A0'):
                    // A letter whose code was lost: something stood here, so something stays.
                    damage.Control++;
                    Append('\uFFFD');
                    break;
                case >= '\uFB00' and <= '\uFB04':
                    Append('f');
                    AppendLigature(c);
                    break;
                case >= '\uE000' and <= '\uF8FF':
                    AppendSymbol(c, ref damage);
                    break;
                case >= '\u0100' and <= '\u024F':
                    // No legacy encoding leads here: where such letters abound, the font's table is wrong.
                    damage.Foreign += KnownLetters.Contains(c) ? 0 : 1;
                    Append(c);
                    break;
                default:
                    Append(c);
                    break;
            }
        }
    }

    /// <summary>The word.</summary>
    public string Take() => new(_letters, 0, _length);

    // Symbol and Wingdings have no letters but bullets, boxes and arrows, which keep their codes above U+F000.
    private void AppendSymbol(char c, ref TextDamage damage)
    {
        char known = c switch
        {
            '\uF0B7' or '\uF09F' or '\uF06C' or '\uF09E' => '•',
            '\uF02D' or '\uF0BE' => '-',
            '\uF0A7' or '\uF06E' => '▪',
            '\uF0A8' or '\uF06F' or '\uF0A3' => '□',
            '\uF0FE' or '\uF053' or '\uF054' => '☑',
            '\uF0FC' or '\uF050' => '✓',
            '\uF0D8' or '\uF0E0' or '\uF0E8' => '➢',
            '\uF076' => '❖',
            '\uF02B' => '+',
            _ => c,
        };
        damage.Private += known == c ? 1 : 0;
        Append(known);
    }

    private void AppendLigature(char c)
    {
        if (c is '\uFB00' or '\uFB03' or '\uFB04')
        {
            Append('f');
        }

        if (c is '\uFB01' or '\uFB03')
        {
            Append('i');
        }
        else if (c is '\uFB02' or '\uFB04')
        {
            Append('l');
        }
    }

    private void Append(char c)
    {
        if (_length == _letters.Length)
        {
            Array.Resize(ref _letters, _length * 2);
        }

        _letters[_length++] = c;
    }
}

/// <summary>What a text layer has lost.</summary>
internal struct TextDamage
{
    /// <summary>Characters of which the font does not say what they mean.</summary>
    public int Unmapped;

    /// <summary>Control characters in the place of letters.</summary>
    public int Control;

    /// <summary>Characters of a font's private symbols.</summary>
    public int Private;

    /// <summary>Letters of no language the reports are written in.</summary>
    public int Foreign;

    /// <summary>Words with at least one lost character.</summary>
    public int Words;

    /// <summary>Characters lost or doubted.</summary>
    public readonly int Total => Unmapped + Control + Private + Foreign;
}
