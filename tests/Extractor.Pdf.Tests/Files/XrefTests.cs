using System.Buffers.Binary;
using System.Globalization;

namespace Extractor.Pdf.Tests.Files;

public class XrefTests
{
    [Fact]
    public void An_incremental_update_replaces_objects()
    {
        HandmadePdf file = HandmadePdf.OnePage();
        long first = file.Length;
        byte[] updated = file.Section()
            .Object(3, "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 111 222 ] >>")
            .Section(string.Create(CultureInfo.InvariantCulture, $"/Root 1 0 R /Prev {first}"))
            .ToArray();

        PdfDocument document = PdfDocument.Open(updated);

        Assert.Equal(111, document.ReadPage(1).Width);
        Assert.Empty(document.Warnings);
    }

    [Fact]
    public void A_chain_of_sections_that_closes_a_circle_ends()
    {
        HandmadePdf file = HandmadePdf.OnePage();
        byte[] circular = file.Section(string.Create(CultureInfo.InvariantCulture, $"/Root 1 0 R /Prev {file.Length}")).ToArray();

        Assert.Equal(1, PdfDocument.Open(circular).PageCount);
    }

    [Fact]
    public void A_hybrid_file_takes_compressed_objects_from_its_stream()
    {
        const string Tree = "<< /Type /Pages /Count 1 /Kids [ 3 0 R ] >> ";
        string header = string.Create(CultureInfo.InvariantCulture, $"2 0 3 {Tree.Length} ");
        HandmadePdf file = new HandmadePdf()
            .Object(1, "<< /Type /Catalog /Pages 2 0 R >>")
            .Stream(
                5,
                string.Create(CultureInfo.InvariantCulture, $"/Type /ObjStm /N 2 /First {header.Length}"),
                header + Tree + "<< /Type /Page /MediaBox [ 0 0 123 456 ] >>");
        byte[] rows = new byte[2 * 7];
        WriteRow(rows, 0, 2, 5, 0);
        WriteRow(rows, 1, 2, 5, 1);
        long stream = file.Length;
        file.Stream(6, "/Type /XRef /W [ 1 4 2 ] /Index [ 2 2 ] /Size 7 /Root 1 0 R", rows);

        PdfDocument document = PdfDocument.Open(file.Section(string.Create(CultureInfo.InvariantCulture, $"/Root 1 0 R /XRefStm {stream}")).ToArray());

        Assert.Equal(123, document.ReadPage(1).Width);
        Assert.Empty(document.Warnings);
    }

    [Fact]
    public void An_object_is_found_in_the_stream_its_own_stream_extends()
    {
        HandmadePdf file = new HandmadePdf()
            .Object(1, "<< /Type /Catalog /Pages 2 0 R >>")
            .Object(2, "<< /Type /Pages /Count 1 /Kids [ 3 0 R ] >>")
            .Stream(4, "/Type /ObjStm /N 1 /First 4", "3 0 << /Type /Page /MediaBox [ 0 0 123 456 ] >>")
            .Stream(5, "/Type /ObjStm /N 1 /First 4 /Extends 4 0 R", "9 0 null");
        byte[] rows = new byte[7];
        WriteRow(rows, 0, 2, 5, 0);
        long stream = file.Length;
        file.Stream(6, "/Type /XRef /W [ 1 4 2 ] /Index [ 3 1 ] /Size 7 /Root 1 0 R", rows);

        PdfDocument document = PdfDocument.Open(file.Section(string.Create(CultureInfo.InvariantCulture, $"/Root 1 0 R /XRefStm {stream}")).ToArray());

        Assert.Equal(123, document.ReadPage(1).Width);
    }

    [Fact]
    public void A_table_that_numbers_from_one_is_shifted()
    {
        HandmadePdf file = HandmadePdf.OnePage();
        string text = System.Text.Encoding.Latin1.GetString(file.ToArray());
        int[] offsets = [.. Enumerable.Range(1, 4).Select(number => text.IndexOf($"{number} 0 obj", StringComparison.Ordinal))];
        string table = "xref\n1 5\n0000000000 65535 f \n" + string.Concat(offsets.Select(offset => $"{offset:D10} 00000 n \n"));
        file.Write(table + string.Create(CultureInfo.InvariantCulture, $"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{text.Length}\n%%EOF\n"));

        PdfDocument document = PdfDocument.Open(file.ToArray());

        Assert.Equal(1, document.PageCount);
        Assert.Empty(document.Warnings);
    }

    private static void WriteRow(byte[] rows, int row, byte type, int second, ushort third)
    {
        rows[row * 7] = type;
        BinaryPrimitives.WriteInt32BigEndian(rows.AsSpan((row * 7) + 1), second);
        BinaryPrimitives.WriteUInt16BigEndian(rows.AsSpan((row * 7) + 5), third);
    }
}
