using System.Text;

namespace Extractor.Models;

/// <summary>Reads comma-separated text with a header row (RFC 4180).</summary>
public static class CsvTable
{
    /// <summary>All rows below the header, each as name to cell; cells a short row lacks are empty.</summary>
    /// <exception cref="InvalidDataException">A row has more cells than the header, or a quote is never closed.</exception>
    public static List<IReadOnlyDictionary<string, string>> Read(string text) => [.. ReadNumbered(text).Select(numbered => numbered.Row)];

    /// <summary>All rows with the line each starts on, the header being line 1.</summary>
    internal static List<(int Line, IReadOnlyDictionary<string, string> Row)> ReadNumbered(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<(int Number, List<string> Cells)> lines = Split(text.TrimStart('\uFEFF'));
        var rows = new List<(int, IReadOnlyDictionary<string, string>)>();
        foreach ((int number, List<string> line) in lines.Skip(1))
        {
            if (line.Count > lines[0].Cells.Count)
            {
                throw new InvalidDataException($"The row '{string.Join(',', line)}' has more cells than the header.");
            }

            var row = new Dictionary<string, string>(lines[0].Cells.Count, StringComparer.Ordinal);
            for (int i = 0; i < lines[0].Cells.Count; i++)
            {
                row.Add(lines[0].Cells[i], i < line.Count ? line[i] : "");
            }

            rows.Add((number, row));
        }

        return rows;
    }

    private static List<(int Number, List<string> Cells)> Split(string text)
    {
        var lines = new List<(int, List<string>)>();
        var line = new List<string>();
        var cell = new StringBuilder();
        bool quoted = false;
        int number = 1;
        int firstNumber = 1;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            number += c == '\n' ? 1 : 0;
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
                lines.Add((firstNumber, line));
            }

            line = [];
            firstNumber = number;
        }
    }
}
