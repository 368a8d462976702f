using System.Collections.Immutable;
using System.Text;

namespace Extractor.Narrative;

/// <summary>Reads the prose of a document into passages: lines that continue a sentence are joined to it, bullets and heading numbers are told apart.</summary>
internal static class PassageReader
{
    private const string Bullets = "-–—+*•·●○▪■◦‣➢➤✓§\uF0B7\uF02D\uF0A7\uF0D8";
    private const int LongestHeading = 220;
    private const int FullLine = 55;
    private const int LongestPassage = 20_000;

    /// <summary>The passages in order; tables end a passage and are left out.</summary>
    public static List<Passage> Read(Document document)
    {
        var passages = new List<Passage>();
        var text = new StringBuilder();
        var pieces = ImmutableArray.CreateBuilder<PassagePiece>();
        for (int b = 0; b < document.Blocks.Length; b++)
        {
            if (document.Blocks[b] is not TextBlock block)
            {
                Close(text, pieces, passages);
                continue;
            }

            string line = block.Text.Text;
            if (!Continues(text, line))
            {
                Close(text, pieces, passages);
            }
            else
            {
                text.Append(' ');
            }

            pieces.Add(new PassagePiece(text.Length, b));
            text.Append(line);
        }

        Close(text, pieces, passages);
        return passages;
    }

    private static void Close(StringBuilder text, ImmutableArray<PassagePiece>.Builder pieces, List<Passage> passages)
    {
        if (!string.IsNullOrWhiteSpace(text.ToString()))
        {
            passages.Add(Create(text.ToString(), pieces.ToImmutable()));
        }

        text.Clear();
        pieces.Clear();
    }

    // A line goes on if the one before is open and it starts with nothing that starts a paragraph.
    private static bool Continues(StringBuilder before, ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        if (before.Length is 0 or > LongestPassage || line.IsEmpty || IsBullet(line) || NumberLength(line, out _) > 0)
        {
            return false;
        }

        char last = LastOf(before);
        return last is not ('.' or ':' or '!' or '?' or ';') && (char.IsLower(line[0]) || char.IsDigit(line[0]) || line[0] is '(' or ')' or '%'
            ? last != ')' || char.IsLower(line[0])
            : last == ',' || (LineLength(before) > FullLine && !IsShout(line)));
    }

    private static char LastOf(StringBuilder text)
    {
        int at = text.Length - 1;
        while (at > 0 && char.IsWhiteSpace(text[at]))
        {
            at--;
        }

        return text[at];
    }

    private static int LineLength(StringBuilder text) => text.Length;

    private static bool IsShout(ReadOnlySpan<char> line)
    {
        int small = 0;
        foreach (char c in line)
        {
            small += char.IsLower(c) ? 1 : 0;
        }

        return small == 0;
    }

    private static Passage Create(string text, ImmutableArray<PassagePiece> pieces)
    {
        int start = text.Length - text.AsSpan().TrimStart().Length;
        ReadOnlySpan<char> rest = text.AsSpan(start);
        if (IsBullet(rest))
        {
            int body = start + 1;
            while (body < text.Length && char.IsWhiteSpace(text[body]))
            {
                body++;
            }

            return new Passage(text, pieces, rest[0], 0, body);
        }

        int number = NumberLength(rest, out int level);
        bool isHeading = rest.Length <= LongestHeading && (number > 0 || IsShout(rest));
        return new Passage(text, pieces, '\0', isHeading ? Math.Max(level, 1) : 0, start + number);
    }

    private static bool IsBullet(ReadOnlySpan<char> line) =>
        line.Length > 1 && Bullets.Contains(line[0], StringComparison.Ordinal) && !char.IsDigit(line[1]);

    // "I.", "IV,", "1.", "2.1.", "1.1 ", "a)", "Phần I".
    private static int NumberLength(ReadOnlySpan<char> line, out int level)
    {
        level = 0;
        int at = 0;
        while (at < line.Length && line[at] is 'I' or 'V' or 'X' && at < 5)
        {
            at++;
        }

        if (at > 0)
        {
            level = 1;
            return MarkLength(line, at, needsMark: true);
        }

        bool isDotted = false;
        while (at < line.Length && at < 9 && (char.IsAsciiDigit(line[at]) || (line[at] == '.' && at > 0 && at + 1 < line.Length && char.IsAsciiDigit(line[at + 1]))))
        {
            isDotted |= line[at] == '.';
            level += line[at] == '.' ? 1 : 0;
            at++;
        }

        if (at > 0)
        {
            level += 2;
            int first = line.IndexOf('.') is var dot && dot >= 0 && dot < at ? dot : at;
            return first <= 2 ? MarkLength(line, at, needsMark: !isDotted) : 0;
        }

        level = 5;
        return line.Length > 1 && char.IsAsciiLetter(line[0]) && line[1] is ')' or '.' ? 2 : 0;
    }

    private static int MarkLength(ReadOnlySpan<char> line, int at, bool needsMark)
    {
        int mark = at;
        while (mark < line.Length && line[mark] == ' ')
        {
            mark++;
        }

        bool hasMark = mark < line.Length && line[mark] is '.' or ')' or ',' or '/' && !(mark + 1 < line.Length && char.IsDigit(line[mark + 1]));
        return hasMark ? mark + 1 : needsMark || mark == at || (mark < line.Length && !char.IsUpper(line[mark])) ? 0 : mark;
    }
}
