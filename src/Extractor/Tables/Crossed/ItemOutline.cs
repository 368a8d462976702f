using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Tables.Crossed;

/// <summary>Keeps the groups open above a row: "A. Cấp huyện", "I. Phòng Tư pháp", or an outer column that spans rows.</summary>
internal sealed class ItemOutline(CrossedVocabulary words)
{
    private const double OutermostDepth = -1;
    private const double LetterDepth = 0;
    private const double RomanDepth = 1;
    private const double UnnumberedGroupDepth = 1.5;
    private const double NumberDepth = 2;
    private const double BulletDepth = 9;
    private const int MostOpen = 16;

    private readonly List<(double Depth, string Label, string Dimension)> _open = [];
    private readonly List<(FieldItem Item, string Stt, string Key)> _seen = [];
    private double _lastNumbered = NumberDepth;

    /// <summary>The item a row is about; rows below may stand under it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="outer">Texts of outer item columns, parted by line feeds; empty if there are none.</param>
    /// <param name="hasFigures">Whether the row has figures.</param>
    /// <param name="headingDimensions">Dimensions the heading of the labels names; empty if it names none.</param>
    public FieldItem Enter(StatisticalRow row, string outer, bool hasFigures, ImmutableArray<string> headingDimensions)
    {
        string label = LabelOf(row.Label.Text);
        int own = words.DimensionOfItem(label);
        double depth = DepthOf(row.Stt, label, hasFigures, own);
        while (_open.Count > 0 && _open[^1].Depth >= depth)
        {
            _open.RemoveAt(_open.Count - 1);
        }

        string dimension = own >= 0 ? words.Dimensions[own].Key : InnerDimension(headingDimensions);
        ImmutableArray<string> outside = outer.Length == 0 ? [] : [.. outer.Split('\n')];
        var item = new FieldItem(dimension, label, [.. outside.Where(o => o != label), .. _open.Select(o => o.Label)]);
        string key = Normalisation.MatchKey.Of(label);
        if (_open.Count < MostOpen)
        {
            _open.Add((depth, label, dimension));
        }

        _seen.Add((item, row.Stt.Trim('.', ')', '('), key));
        return item;
    }

    // Below an office "Đơn vị / lĩnh vực" has lines of business.
    private string InnerDimension(ImmutableArray<string> headingDimensions)
    {
        if (headingDimensions.IsEmpty)
        {
            return words.Dimensions[^1].Key;
        }

        int above = _open.Count == 0 ? -1 : headingDimensions.IndexOf(_open[^1].Dimension);
        return headingDimensions[Math.Min(above + 1, headingDimensions.Length - 1)];
    }

    /// <summary>The group a subtotal counts: the one it names, else the innermost one that holds others; null if there is none.</summary>
    public FieldItem? GroupOf(string behind)
    {
        if (behind.Length == 0)
        {
            for (int i = _seen.Count - 1; i >= 0; i--)
            {
                if (i + 1 < _seen.Count && _seen[i + 1].Item.Path.Contains(_seen[i].Item.Label, StringComparer.Ordinal))
                {
                    return _seen[i].Item;
                }
            }

            return null;
        }

        for (int i = _seen.Count - 1; i >= 0; i--)
        {
            if (_seen[i].Key == behind || string.Equals(_seen[i].Stt, behind, StringComparison.OrdinalIgnoreCase)
                || _seen[i].Key.Contains(behind, StringComparison.Ordinal))
            {
                return _seen[i].Item;
            }
        }

        return null;
    }

    // Lines that a narrow column wraps are one label.
    private static string LabelOf(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd(':');

    private double DepthOf(string stt, string label, bool hasFigures, int ownDimension)
    {
        ReadOnlySpan<char> core = stt.AsSpan().Trim("(). :/");
        if (core.IsEmpty)
        {
            return label[0] is '-' or '+' or '–' or '•' or '*' ? BulletDepth
                : !hasFigures ? (ownDimension == 0 ? OutermostDepth : UnnumberedGroupDepth)
                : _lastNumbered;
        }

        if (!char.IsLetterOrDigit(core[0]) || char.IsAsciiLetterLower(core[0]))
        {
            return BulletDepth;
        }

        if (!core.ContainsAnyExcept("IVXL"))
        {
            return RomanDepth;
        }

        if (core.Length == 1 && char.IsLetter(core[0]))
        {
            return LetterDepth;
        }

        _lastNumbered = NumberDepth + core.Count('.');
        return _lastNumbered;
    }
}
