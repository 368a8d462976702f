using System.Globalization;
using System.Text;

namespace Extractor.Pdf.Tests;

/// <summary>Writes PDF files object by object, right ones and wrong ones.</summary>
internal sealed class HandmadePdf
{
    private readonly List<byte> _file = [];
    private readonly SortedDictionary<int, int> _offsets = [];

    public HandmadePdf() => Write("%PDF-1.7\n");

    public int Length => _file.Count;

    /// <summary>One page "Page one" on A4; objects 1 to 4.</summary>
    public static HandmadePdf OnePage(string pageEntries = "") => new HandmadePdf()
        .Object(1, "<< /Type /Catalog /Pages 2 0 R >>")
        .Object(2, "<< /Type /Pages /Count 1 /Kids [ 3 0 R ] >>")
        .Object(3, "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Contents 4 0 R " + pageEntries + " >>")
        .Stream(4, "", "BT ET");

    public HandmadePdf Object(int number, string body)
    {
        _offsets[number] = _file.Count;
        return Write(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n"));
    }

    public HandmadePdf Stream(int number, string entries, string data) => Stream(number, entries, Encoding.Latin1.GetBytes(data));

    public HandmadePdf Stream(int number, string entries, byte[] data)
    {
        _offsets[number] = _file.Count;
        Write(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n<< {entries} /Length {data.Length} >>\nstream\n"));
        _file.AddRange(data);
        return Write("\nendstream\nendobj\n");
    }

    /// <summary>Bytes outside any object.</summary>
    public HandmadePdf Write(string text)
    {
        _file.AddRange(Encoding.Latin1.GetBytes(text));
        return this;
    }

    /// <summary>A section with all objects written since the last one.</summary>
    public HandmadePdf Section(string trailerEntries = "/Root 1 0 R")
    {
        int start = _file.Count;
        Write("xref\n");
        foreach ((int number, int offset) in _offsets)
            Write(string.Create(CultureInfo.InvariantCulture, $"{number} 1\n{offset:D10} 00000 n \n"));
        _offsets.Clear();
        return Write(string.Create(CultureInfo.InvariantCulture, $"trailer\n<< /Size 100 {trailerEntries} >>\nstartxref\n{start}\n%%EOF\n"));
    }

    public byte[] ToArray() => _file.ToArray();

    /// <summary>The finished file.</summary>
    public byte[] Build() => Section().ToArray();
}
