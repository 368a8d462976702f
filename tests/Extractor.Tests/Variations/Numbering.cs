using System.Globalization;
using Extractor.Evaluation;

namespace Extractor.Tests.Variations;

/// <summary>Numbers the rows of a form in another way.</summary>
internal static class Numbering
{
    private static readonly string[] Roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

    private enum Style
    {
        Decimal,
        DecimalWithPoint,
        RomanSections,
        RomanSectionsBareLeaves,
    }

    /// <summary>Parts of a number after the first: 0 for "I" and "3", 2 for "3.3.1".</summary>
    public static int DepthOf(string stt) => stt.Length == 0 ? -1 : stt.Trim('.').Count(c => c == '.');

    /// <summary>The sections in their order, numbered in a style the random numbers choose.</summary>
    public static List<GoldRow> Renumber(List<List<GoldRow>> sections, Random random)
    {
        var style = (Style)random.Next(4);
        var rows = new List<GoldRow>();
        for (int s = 0; s < sections.Count; s++)
        {
            int[] counters = new int[8];
            bool hasRomanHead = sections[s].Skip(1).Any(r => r.Stt.Length > 0 && DepthOf(r.Stt) == 0);
            for (int i = 0; i < sections[s].Count; i++)
            {
                GoldRow row = sections[s][i];
                int depth = row.Stt.Length == 0 ? -1 : i == 0 ? 0 : DepthOf(row.Stt) + (hasRomanHead ? 1 : 0);
                rows.Add(depth < 0 ? row : row with { Stt = Number(style, s, depth, counters) });
            }
        }

        return rows;
    }

    private static string Number(Style style, int section, int depth, int[] counters)
    {
        bool isRoman = style is Style.RomanSections or Style.RomanSectionsBareLeaves;
        counters[depth]++;
        Array.Clear(counters, depth + 1, counters.Length - depth - 1);
        if (depth == 0)
        {
            return isRoman ? Roman[section] : (section + 1).ToString(CultureInfo.InvariantCulture) + (style == Style.DecimalWithPoint ? "." : "");
        }

        IEnumerable<int> parts = counters.Skip(1).Take(depth).Select(c => Math.Max(c, 1));
        if (style == Style.RomanSectionsBareLeaves && depth == 3)
        {
            return "";
        }

        string number = string.Join('.', isRoman ? parts : parts.Prepend(section + 1));
        return style == Style.DecimalWithPoint ? number + "." : number;
    }
}
