using System.Globalization;
using System.Text;
using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Pages;

/// <summary>The labels viewers show for pages (ISO 32000-2, 12.4.2): a number tree of ranges, each with a prefix and a style.</summary>
internal sealed class PageLabels
{
    private const int LargestFancyNumber = 4_000;

    private readonly SortedList<int, PdfDictionary> _ranges = [];

    public PageLabels(PdfDictionary? root)
    {
        if (root is not null)
            ReadTree(root);
    }

    /// <summary>The label of a page, or null where the file gives none.</summary>
    /// <param name="index">Position of the page from 0.</param>
    public string? LabelOf(int index)
    {
        int range = LastRangeUpTo(index);
        if (range < 0)
            return null;
        PdfDictionary label = _ranges.Values[range];
        int number = (int)Math.Clamp((long)Math.Max(1, label.GetInteger("St", 1)) + index - _ranges.Keys[range], 1, int.MaxValue);
        string text = (label.GetText("P") ?? "") + Write(number, label.GetName("S"));
        return text.Length > 0 ? text : null;
    }

    private int LastRangeUpTo(int index)
    {
        int low = 0;
        int high = _ranges.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (_ranges.Keys[middle] <= index)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return high;
    }

    private void ReadTree(PdfDictionary root)
    {
        PdfBudget budget = root.Objects.Budget;
        var visited = new HashSet<PdfDictionary>();
        var pending = new Stack<PdfDictionary>([root]);
        while (pending.TryPop(out PdfDictionary? node))
        {
            budget.CheckTime();
            if (!visited.Add(node))
                continue;
            PdfArray? numbers = node.GetArray("Nums");
            for (int i = 0; i + 1 < numbers?.Count; i += 2)
            {
                if (numbers[i + 1].AsDictionary() is { } label && _ranges.Count < budget.Options.MaxPages)
                    _ranges[numbers.GetInteger(i)] = label;
            }

            PdfArray? kids = node.GetArray("Kids");
            for (int i = 0; i < kids?.Count; i++)
            {
                if (kids[i].AsDictionary() is { } kid)
                    pending.Push(kid);
            }
        }
    }

    private static string Write(int number, string? style) => style switch
    {
        "D" => number.ToString(CultureInfo.InvariantCulture),
        "R" or "r" or "A" or "a" when number > LargestFancyNumber => number.ToString(CultureInfo.InvariantCulture),
        "R" => Roman(number),
        "r" => Roman(number).ToLowerInvariant(),
        "A" => new string((char)('A' + ((number - 1) % 26)), ((number - 1) / 26) + 1),
        "a" => new string((char)('a' + ((number - 1) % 26)), ((number - 1) / 26) + 1),
        _ => "",
    };

    private static string Roman(int number)
    {
        var text = new StringBuilder();
        foreach ((int value, string digits) in (ReadOnlySpan<(int, string)>)
            [
                (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
                (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
            ])
        {
            for (; number >= value; number -= value)
                text.Append(digits);
        }

        return text.ToString();
    }
}
