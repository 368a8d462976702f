using System.Text;
using Extractor.Pdf.Fonts;
using Extractor.Pdf.Syntax;
using Extractor.Pdf.Tests.Content;
using FsCheck.Xunit;

namespace Extractor.Pdf.Tests.Fonts;

public sealed class FontFuzzTests
{
    private static readonly byte[][] Seeds =
        [TinyFonts.SymbolicTrueType(), TinyFonts.CompactFont(), "%!PS /Encoding 256 array dup 65 /A put def eexec"u8.ToArray(), [], [1, 0, 4, 4], [0, 1, 0, 0]];

    [Property(MaxTest = 500)]
    public bool Damaged_font_programs_never_throw(int seed, byte[] noise, int[] places)
    {
        byte[] program = [.. Seeds[Math.Abs(seed % Seeds.Length)], .. noise];
        foreach (int place in places)
        {
            if (program.Length > 0)
                program[Math.Abs(place % program.Length)] ^= (byte)(place >> 8 | 1);
        }

        IFontProgram? read = FontProgramReader.Read(program, 0, program.Length);
        return read is null || Enumerable.Range(-2, 300).All(i => Ask(read, i));
    }

    [Property(MaxTest = 300)]
    public bool Any_bytes_read_as_a_cmap(byte[] noise, string text)
    {
        byte[] bytes = [.. noise, .. "1 begincodespacerange <00> <FFFF> 2 beginbfrange <01> <FF>"u8, .. noise, .. Encoding.UTF8.GetBytes(text ?? "")];

        CMap map = new CMapReader(new PdfLexer(bytes, 0, bytes.Length), new PdfBudget(PdfOptions.Default), PredefinedCMaps.Find).Read();

        return Enumerable.Range(0, 300).All(code => map.Text(code, 2) is not "" && map.Cid(code) >= 0);
    }

    [Property(MaxTest = 300)]
    public bool Any_operators_read_as_a_page(byte[] noise, int cut)
    {
        const string operators = "q BT /F1 9 Tf (a) Tj [(b) 3 <41>] TJ ET /X << /ActualText (t) >> BDC 0 0 9 9 re W* B* EMC BI /W 1 ID x EI Q Do ";
        int at = Math.Abs(cut % operators.Length);

        PdfPage page = new ContentPage().Read(operators[..at] + Encoding.Latin1.GetString(noise) + operators[at..] + operators);

        return page.Glyphs.All(glyph => glyph.Text.Length > 0);
    }

    private static bool Ask(IFontProgram program, int number) =>
        program.TextOfGlyph(number) is not "" && program.TextOfCode(number) is not "" && program.GlyphOfCode(number) >= 0
        && program.WidthOfGlyph(Math.Max(number, 0)) is null or >= 0;
}
