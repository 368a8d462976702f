using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;
using Extractor.Models;

namespace Extractor.Mapping.Heuristic;

/// <summary>What a line of the file says, by its first letter.</summary>
internal static class KnownWordingsLine
{
    public const char Slip = '~';
    public const char Indicator = '#';
    public const char Wording = 'w';
    public const char LocalWording = 'l';
    public const char ForeignAlone = 'a';
    public const char ForeignPlaced = 'p';

    /// <summary>All lines below are match keys.</summary>
    public const char Keys = 'k';
}

/// <summary>Collects the lines of a file of known wordings.</summary>
/// <param name="schema">The schema they belong to.</param>
internal sealed class KnownWordingsReader(IndicatorSchema schema)
{
    private readonly Dictionary<string, string> _slips = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Wording>.Builder _wordings = ImmutableArray.CreateBuilder<Wording>();
    private readonly ImmutableArray<string>.Builder _alone = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<string>.Builder _placed = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<ulong[]>.Builder _states = ImmutableArray.CreateBuilder<ulong[]>();
    private int _indicator = -1;

    /// <summary>Adds a line.</summary>
    /// <exception cref="InvalidDataException">The line cannot be read.</exception>
    public void Add(ReadOnlySpan<byte> line)
    {
        var cells = new Cells(line);
        char kind = cells.Next() is [byte letter] ? (char)letter : '\0';
        switch (kind)
        {
            case KnownWordingsLine.Slip:
                _slips.Add(cells.NextText(), cells.NextText());
                break;
            case KnownWordingsLine.Indicator when ++_indicator < schema.Indicators.Length && cells.NextText() == schema.Indicators[_indicator].Code:
                break;
            case KnownWordingsLine.Wording or KnownWordingsLine.LocalWording when _indicator >= 0:
                AddWording(kind == KnownWordingsLine.LocalWording, ref cells);
                break;
            case KnownWordingsLine.ForeignAlone or KnownWordingsLine.ForeignPlaced:
                (kind == KnownWordingsLine.ForeignAlone ? _alone : _placed).Add(cells.NextText());
                _states.Add(Slots(cells.Next(), out _));
                break;
            default:
                throw Damaged(line);
        }
    }

    /// <summary>The wordings of all lines.</summary>
    /// <param name="keys">The match keys below them.</param>
    public KnownWordings Finish(ReadOnlySpan<byte> keys) => new(
        Encoding.UTF8.GetString(keys), _slips, _wordings.DrainToImmutable(),
        new ForeignPhrases(_alone.DrainToImmutable(), _placed.DrainToImmutable(), _states.DrainToImmutable()));

    private void AddWording(bool isLocal, ref Cells cells)
    {
        string key = cells.NextText();
        ulong[] contrasts = Slots(cells.Next(), out ulong stated);
        ulong inherited = Number(cells.Next());
        ReadOnlySpan<byte> refinements = cells.Next();
        _wordings.Add(new Wording(_indicator, key, isLocal, contrasts, stated, inherited) { Refinements = refinements.IsEmpty ? [] : Slots(refinements, out _) });
    }

    private ulong[] Slots(ReadOnlySpan<byte> text, out ulong stated)
    {
        ulong[] values = new ulong[schema.Contrasts.Length];
        stated = 0;
        while (!text.IsEmpty)
        {
            int blank = text.IndexOf((byte)' ');
            ReadOnlySpan<byte> value = blank < 0 ? text : text[..blank];
            if (!Utf8Parser.TryParse(value, out int slot, out int length) || slot < 0 || slot >= values.Length || length >= value.Length)
            {
                throw Damaged(value);
            }

            values[slot] = Number(value[(length + 1)..]);
            stated |= 1UL << slot;
            text = blank < 0 ? [] : text[(blank + 1)..];
        }

        return values;
    }

    private static ulong Number(ReadOnlySpan<byte> hexadecimal) =>
        Utf8Parser.TryParse(hexadecimal, out ulong number, out int length, 'x') && length == hexadecimal.Length ? number : throw Damaged(hexadecimal);

    private static InvalidDataException Damaged(ReadOnlySpan<byte> line) => new($"The known wordings are damaged: '{Encoding.UTF8.GetString(line)}'.");

    private ref struct Cells(ReadOnlySpan<byte> line)
    {
        private ReadOnlySpan<byte> _rest = line;

        public ReadOnlySpan<byte> Next()
        {
            int tab = _rest.IndexOf((byte)'\t');
            ReadOnlySpan<byte> cell = tab < 0 ? _rest : _rest[..tab];
            _rest = tab < 0 ? [] : _rest[(tab + 1)..];
            return cell;
        }

        public string NextText() => Encoding.UTF8.GetString(Next());
    }
}
