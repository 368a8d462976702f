using System.Text;

namespace Extractor.Models;

/// <summary>Reads comma-separated text with a header row (RFC 4180).</summary>
public static class CsvTable
{
    /// <summary>All rows below the header, each as name to cell; cells a short row lacks are empty.</summary>
    /// <exception cref="InvalidDataException">A row has more cells than the header, or a quote is never closed.</exception>
    public static List<IReadOnlyDictionary<string, string>> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<List<string>> lines = Split(text.TrimStart('\uFEFF'));
        var rows = new List<IReadOnlyDictionary<string, string>>();
        foreach (List<string> line in lines.Skip(1))
        {
            if (line.Count > lines[0].Count)
            {
                throw new InvalidDataException($"The row '{string.Join(',', line)}' has more cells than the header.");
            }

            rows.Add(lines[0].Select((name, i) => (name, cell: i < line.Count ? line[i] : ""))
                .ToDictionary(p => p.name, p => p.cell, StringComparer.Ordinal));
        }

        return rows;
    }

    private static List<List<string>> Split(string text)
    {
        var lines = new List<List<string>>();
        var line = new List<string>();
        var cell = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '"')
            {
                if (quoted && i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    quoted = !quoted;
                }
            }
            else if (quoted)
            {
                cell.Append(c);
            }
            else if (c == ',')
            {
                EndCell();
            }
            else if (c == '\n')
            {
                EndLine();
            }
            else if (c != '\r')
            {
                cell.Append(c);
            }
        }

        if (quoted)
        {
            throw new InvalidDataException("A quote is never closed.");
        }

        EndLine();
        return lines;

        void EndCell()
        {
            line.Add(cell.ToString());
            cell.Clear();
        }

        void EndLine()
        {
            EndCell();
            if (line is not [""])
            {
                lines.Add(line);
            }

            line = [];
        }
    }
}
