using System.Text;
using Extractor.Ingest.Text;
using Extractor.Models;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.Options;

namespace Extractor.Tests.Ingest.Text;

public class PlainTextPropertyTests
{
    private const string Heading = "STT \nChỉ tiêu thống kê \nĐơn vị tính Số liệu Ghi chú \n";

    private static readonly PlainTextReader Reader = new([FamilyCatalog.Load("cchc")], Options.Create(new TextOptions()));

    private static readonly string[] Pieces =
    [
        "1. ", "1.1 ", "3.3.\n\n1 \n", "IV ", "a) ", "Trong đó \n", "Số hồ sơ đã tiếp nhận ", "Tổng số văn bản ", "- Cấp xã ", "(theo quy định ", "của ngành) ",
        "Hồ sơ ", "% ", "Có = 1; Không = 0 ", "479 \n", "10/10 \n", "- \n", " \n", "\n", "   \n\n", "\f", "Đã báo cáo cấp trên ", "\n\n", "nt ", "\t", "0 \n", "=", ":",
    ];

    [Property(MaxTest = 150)]
    public Property No_letter_is_lost_or_doubled(int[] choice, bool hasTable) => Keeps(choice, hasTable).ToProperty();

    [Property(MaxTest = 200)]
    public Property Any_bytes_are_read_or_refused(byte[] bytes) => IsReadOrRefused(bytes).ToProperty();

    private static bool Keeps(int[] choice, bool hasTable)
    {
        string body = string.Concat(choice.Select(i => Pieces[(int)((uint)i % (uint)Pieces.Length)]));
        var file = new SourceFile("a.txt", Encoding.UTF8.GetBytes((hasTable ? Heading : "") + "Mở đầu \n" + body));

        Document document = Reader.Read(file, CancellationToken.None);

        // A heading that no row follows is text; the heading of a table is not among its cells' texts.
        bool isHeadingKept = hasTable && !document.Blocks.OfType<TableBlock>().Any();
        string written = LettersOf((isHeadingKept ? Heading : "") + "Mở đầu" + body);
        string read = LettersOf(string.Concat(TextsOf(document)));
        // What a table torn into columns no longer tells is reported instead, and even then nothing is doubled.
        return written == read || (document.Unread.Length > 0 && IsPartOf(read, written));
    }

    private static bool IsPartOf(string letters, string whole)
    {
        int at = 0;
        foreach (char letter in letters)
        {
            at = whole.IndexOf(letter, at) + 1;
            if (at == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<string> TextsOf(Document document)
    {
        foreach (Block block in document.Blocks)
        {
            if (block is TextBlock text)
            {
                yield return text.Text.Text;
            }

            foreach (TableCell cell in block is TableBlock table ? table.Cells.Where(c => c.Row >= table.HeaderRowCount) : [])
            {
                yield return cell.Text.Text + string.Concat(cell.Text.NoteMarks);
            }
        }

        foreach (Note note in document.Notes)
        {
            yield return note.Mark + note.Text.Text;
        }

        foreach (PlacedText furniture in document.Furniture)
        {
            yield return furniture.Text;
        }
    }

    private static string LettersOf(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Order());

    private static bool IsReadOrRefused(byte[] bytes)
    {
        var file = new SourceFile("a.txt", bytes);
        try
        {
            return !Reader.CanRead(file) || Reader.Read(file, CancellationToken.None).Blocks.Length > 0;
        }
        catch (UnreadableFileException)
        {
            return true;
        }
    }
}
