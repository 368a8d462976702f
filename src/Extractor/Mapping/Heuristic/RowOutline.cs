using System.Collections.Immutable;
using Extractor.Tables;

namespace Extractor.Mapping.Heuristic;

/// <summary>
/// Finds which row stands under which. Only the depth of a number counts, not its digits, because numbers lie: a row with two parts stands under
/// the last row with one, whatever its first part says. Unnumbered rows stand under the last numbered one, bullets under what they follow.
/// </summary>
internal static class RowOutline
{
    private const string PartOf = "trong đó";
    private const string BarePartOf = "trong do";
    private const int CaptionDepth = -1;
    private const int SectionDepth = 1;
    private const int DeepestNumber = 8;

    /// <summary>The nodes of all tables in printed order, each table's caption in front of its rows where captions tell tables apart.</summary>
    public static List<RowNode> Build(ImmutableArray<StatisticalTable> tables, SchemaIndex index, CancellationToken cancellationToken)
    {
        var nodes = new List<RowNode>();
        bool captionsTell = tables.Select(t => t.Caption).Distinct(StringComparer.Ordinal).Count() > 1;
        string caption = "";
        int year = EarlierPeriod.YearOf(tables);
        Func<string, string> read = CentralCity.IsReporting(tables) ? CentralCity.AsProvince : static text => text;
        var open = new List<int>();
        foreach (StatisticalTable table in tables)
        {
            var state = new NumberState();
            int groupHead = CaptionDepth;
            if (table.Caption != caption)
            {
                open.Clear();
                caption = table.Caption;
                if (captionsTell && caption.Length > 0)
                {
                    RowNode node = RowReader.Caption(read(caption), index);
                    node.Depth = CaptionDepth;
                    open.Add(nodes.Count);
                    nodes.Add(node);
                }
            }

            foreach (StatisticalRow row in table.Rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                RowNode? above = nodes.Count > 0 && nodes[^1].Row?.Table == row.Table ? nodes[^1] : null;
                RowNode node = RowReader.Read(row, read(FormulaLabel.WriteOut(row, table.Rows)), above, index);
                node.IsEarlier = EarlierPeriod.IsNamedIn(row.Label.Text, year);
                bool continues = above is not null && row.Label.Text.AsSpan().IsWhiteSpace();
                node.Depth = continues ? above!.Depth : state.DepthOf(row, node.Label);
                if (above is not null && IsPartOfAbove(row))
                {
                    // "Trong đó, nộp qua mạng" numbered on like the row that it is a part of.
                    node.Depth = Math.Max(node.Depth, above.Depth + (IsPartOfAbove(above.Row!) ? 0 : 1));
                }

                if (row.Group.Length == 0)
                {
                    groupHead = node.Depth;
                }
                else if (node.Depth <= groupHead)
                {
                    // "Chia ra" beside rows numbered on like the one that they divide.
                    node.Depth = groupHead + 1;
                }

                Attach(node, nodes, open);
                RowReader.Inherit(node, node.Parent < 0 ? null : nodes[node.Parent], index);
                nodes.Add(node);
            }
        }

        PairedContrasts.Apply(nodes, index);
        MarkAmbiguous(nodes);
        PlacedContrasts.Apply(nodes, index, read);
        return nodes;
    }

    // "Trong đó:" alone heads the rows behind it.
    private static bool IsPartOfAbove(StatisticalRow row)
    {
        ReadOnlySpan<char> text = row.Label.Text.AsSpan().TrimStart("-–+* ");
        return (text.StartsWith(PartOf, StringComparison.OrdinalIgnoreCase) || text.StartsWith(BarePartOf, StringComparison.OrdinalIgnoreCase))
            && !text[PartOf.Length..].Trim(" :,;.-–").IsEmpty;
    }

    private static void MarkAmbiguous(List<RowNode> nodes)
    {
        var first = new Dictionary<string, RowNode>(StringComparer.Ordinal);
        foreach (RowNode node in nodes)
        {
            if (!first.TryAdd(node.Key, node))
            {
                node.SameAs = first[node.Key];
                node.SameAs.IsAmbiguous = node.IsAmbiguous = true;
            }
        }
    }

    private static void Attach(RowNode node, List<RowNode> nodes, List<int> open)
    {
        while (open.Count > 0 && nodes[open[^1]].Depth >= node.Depth)
        {
            open.RemoveAt(open.Count - 1);
        }

        if (open.Count > 0)
        {
            node.Parent = open[^1];
            node.Level = open.Count;
            nodes[node.Parent].HasChildren = true;
        }

        open.Add(nodes.Count);
    }

    private struct NumberState
    {
        private int _numbered;
        private int _lettered;
        private int _unnumbered;

        public int DepthOf(StatisticalRow row, LabelText label)
        {
            string number = row.Stt.Length > 0 ? row.Stt : label.Number;
            ReadOnlySpan<char> core = number.AsSpan().Trim("(). :/");
            char bullet = core.Length == 1 && !char.IsLetterOrDigit(core[0]) ? core[0] : label.Bullet;
            if (!core.IsEmpty && char.IsLetterOrDigit(core[0]))
            {
                return NumberedDepth(core, number);
            }

            if (bullet != '\0')
            {
                int under = Math.Max(_numbered, Math.Max(_lettered, bullet == '\0' ? 0 : _unnumbered));
                return under + (bullet == '+' ? 2 : 1);
            }

            bool isSection = row.Group.Length == 0 && row.Unit.Text.Length == 0 && row.Value.Text.Length == 0 && IsCapitals(row.Label.Text);
            if (isSection)
            {
                (_numbered, _lettered, _unnumbered) = (SectionDepth, 0, 0);
                return SectionDepth;
            }

            _unnumbered = Math.Max(_numbered, _lettered) + 1;
            return _unnumbered;
        }

        private int NumberedDepth(ReadOnlySpan<char> core, string number)
        {
            _unnumbered = 0;
            if (core.Length == 1 && char.IsLower(core[0]))
            {
                _lettered = _numbered + 1;
                return _lettered;
            }

            _lettered = 0;
            int depth;
            if (core.Length == 1 && core[0] is >= 'A' and <= 'H')
            {
                depth = 0;
            }
            else if (!core.ContainsAnyExcept("IVXL"))
            {
                depth = SectionDepth;
            }
            else
            {
                int parts = 1 + core.Count('.');
                bool startsRoman = core[0] is 'I' or 'V' or 'X';
                depth = SectionDepth + Math.Min(parts, DeepestNumber) - (startsRoman ? 1 : 0);
                // "1)" and "(1)" list items below a numbered row.
                if (parts == 1 && number.Contains(')', StringComparison.Ordinal) && _numbered > 0)
                {
                    _lettered = _numbered + 1;
                    return _lettered;
                }
            }

            _numbered = depth;
            return depth;
        }

        private static bool IsCapitals(string text)
        {
            int letters = 0, capitals = 0;
            foreach (char c in text)
            {
                letters += char.IsLetter(c) ? 1 : 0;
                capitals += char.IsUpper(c) ? 1 : 0;
            }

            return letters > 5 && capitals >= 0.8 * letters;
        }
    }
}
