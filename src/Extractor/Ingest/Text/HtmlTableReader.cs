using System.Net;
using System.Text;

namespace Extractor.Ingest.Text;

/// <summary>Reads tables written as HTML, as Markdown has them where cells span rows or columns. No other markup is looked at.</summary>
internal static class HtmlTableReader
{
    private const string Open = "<table";
    private const string Close = "</table";

    /// <summary>Reads the table that starts with a line.</summary>
    /// <param name="lines">Lines of the file.</param>
    /// <param name="start">First line.</param>
    /// <param name="options">Bounds on rows and columns.</param>
    /// <param name="end">Line behind the table.</param>
    /// <returns>The table, or null if none starts here or words stand beside it.</returns>
    public static TableBlock? Read(IReadOnlyList<TextLine> lines, int start, TextOptions options, out int end)
    {
        end = start;
        int first = lines[start].Text.IndexOf(Open, StringComparison.OrdinalIgnoreCase);
        if (first < 0 || HasWords(lines[start].Text.AsSpan(0, first)))
        {
            return null;
        }

        var html = new StringBuilder();
        int depth = 0;
        for (int i = start; i < lines.Count; i++)
        {
            string text = i == start ? lines[i].Text[first..] : lines[i].Text;
            html.Append(text).Append('\n');
            depth += Count(text, Open) - Count(text, Close);
            if (depth <= 0)
            {
                end = i + 1;
                int close = text.LastIndexOf(Close, StringComparison.OrdinalIgnoreCase);
                return HasWords(text.AsSpan(close)) ? null : Build(html.ToString(), options);
            }
        }

        return null;
    }

    private static TableBlock? Build(string html, TextOptions options)
    {
        var grid = new SpannedGrid(options);
        StringBuilder? cell = null;
        int depth = 0;
        for (int at = 0; at < html.Length;)
        {
            int tag = html.IndexOf('<', at);
            cell?.Append(WebUtility.HtmlDecode(html[at..(tag < 0 ? html.Length : tag)]).Replace('\n', ' '));
            if (tag < 0)
            {
                break;
            }

            int close = html.AsSpan(tag).StartsWith("<!--") ? html.IndexOf("-->", tag, StringComparison.Ordinal) + 2 : html.IndexOf('>', tag);
            if (close < tag)
            {
                break;
            }

            ReadOnlySpan<char> inside = html.AsSpan(tag + 1, close - tag - 1);
            string name = NameOf(inside);
            depth += name == "table" ? 1 : name == "/table" ? -1 : 0;
            if (depth > 1)
            {
                // The words of a table inside a cell belong to the cell.
                cell?.Append(' ');
            }
            else if (name is "td" or "th" or "tr" or "/td" or "/th" or "/tr" or "/table")
            {
                grid.SetText(cell);
                cell = name is "td" or "th" ? new StringBuilder() : null;
                StartPart(grid, name, inside);
            }
            else if (name is "/thead")
            {
                grid.EndHeader();
            }
            else if (name is "br" or "/p" or "/li" or "/div")
            {
                cell?.Append('\n');
            }

            at = close + 1;
        }

        return grid.Build();
    }

    private static void StartPart(SpannedGrid grid, string name, ReadOnlySpan<char> tag)
    {
        if (name == "tr")
        {
            grid.StartRow();
        }
        else if (name is "td" or "th")
        {
            grid.StartCell(SpanOf(tag, "rowspan"), SpanOf(tag, "colspan"));
        }
    }

    private static int SpanOf(ReadOnlySpan<char> tag, string attribute)
    {
        int at = tag.IndexOf(attribute, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return 1;
        }

        ReadOnlySpan<char> rest = tag[(at + attribute.Length)..].TrimStart(" =\"'");
        int end = rest.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(end < 0 ? rest : rest[..end], out int span) ? Math.Max(1, span) : 1;
    }

    private static string NameOf(ReadOnlySpan<char> tag)
    {
        int end = tag.IndexOfAny(" \n\t");
        end = end < 0 ? tag.Length : end;
        return tag[..end].TrimEnd('/').ToString().ToLowerInvariant();
    }

    private static int Count(string text, string tag)
    {
        int count = 0;
        for (int at = text.IndexOf(tag, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(tag, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            count++;
        }

        return count;
    }

    private static bool HasWords(ReadOnlySpan<char> html)
    {
        bool isTag = false;
        foreach (char c in html)
        {
            isTag = c == '<' || (isTag && c != '>');
            if (!isTag && c != '>' && !char.IsWhiteSpace(c))
            {
                return true;
            }
        }

        return false;
    }
}
