using Extractor.Values;

namespace Extractor.Validation.Structure;

/// <summary>A count with its share: "10 người = 90,9%", "01 đồng chí (chiếm 9,1%)".</summary>
/// <param name="Count">The count.</param>
/// <param name="Percent">The share.</param>
/// <param name="Start">First character, that of the clause.</param>
/// <param name="End">Character behind the last.</param>
internal readonly record struct Share(decimal Count, decimal Percent, int Start, int End);

/// <summary>Finds counts with their shares in a sentence.</summary>
internal static class ShareReader
{
    private const int LongestNoun = 40;
    private const int MostShares = 200;
    private static readonly string[] Links = ["=", "chiếm", "bằng", "tương đương", "tương ứng", "tỷ lệ", "tỉ lệ"];

    /// <summary>Lists of shares; a sentence end parts lists.</summary>
    public static List<List<Share>> Read(string text)
    {
        var lists = new List<List<Share>>();
        var list = new List<Share>();
        int clause = 0;
        int found = 0;
        for (int at = 0; at < text.Length && found < MostShares; at++)
        {
            if (text[at] is ';' or ':' or '\n')
            {
                // The label in front of a colon belongs to the clause: "Cao đẳng: 0 người = 10%".
                clause = text[at] == ':' ? clause : at + 1;
            }
            else if (IsSentenceEnd(text, at))
            {
                Close();
                clause = at + 1;
            }
            else if (NumberReader.IsDigit(text[at]))
            {
                Figure count = FigureReader.ReadAt(text, at, ordinaryBlankGroups: false);
                if (count.Kind == FigureKind.Number && TryReadShare(text, count.End, out Figure percent))
                {
                    list.Add(new Share(count.Value, percent.Value, clause, percent.End));
                    found++;
                    at = percent.End - 1;
                }
                else
                {
                    at = Math.Max(at, count.End - 1);
                }
            }
        }

        Close();
        return lists;

        void Close()
        {
            if (list.Count > 0)
            {
                lists.Add(list);
                list = [];
            }
        }
    }

    // A noun, then "=" or "(chiếm", then the share. "đạt 99%" is an achievement and no share.
    private static bool TryReadShare(string text, int at, out Figure percent)
    {
        int next = at;
        while (next < text.Length && next - at < LongestNoun && !NumberReader.IsDigit(text[next]) && text[next] is not (';' or '.' or '\n' or ':'))
        {
            next++;
        }

        percent = next < text.Length && NumberReader.IsDigit(text[next]) ? FigureReader.ReadAt(text, next, ordinaryBlankGroups: false) : default;
        string between = text[at..Math.Min(next, text.Length)];
        return percent.Kind == FigureKind.Percent && (between.TrimEnd().EndsWith('(')
            || Array.Exists(Links, link => between.Contains(link, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool IsSentenceEnd(string text, int at) =>
        text[at] == '.' && (at + 1 == text.Length || (char.IsWhiteSpace(text[at + 1]) && at > 0 && !char.IsDigit(text[at - 1]))
            || (at + 2 < text.Length && char.IsWhiteSpace(text[at + 1]) && char.IsUpper(text[at + 2])));
}
