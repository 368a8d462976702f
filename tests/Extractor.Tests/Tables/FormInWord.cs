using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Extractor.Tests.Tables;

/// <summary>A Word file of nothing but captions and ruled tables, each with the header rows it is given.</summary>
internal sealed class FormInWord
{
    private readonly Body _body = new();

    /// <summary>Adds a table with its caption above.</summary>
    public FormInWord Table(string caption, IEnumerable<string[]> rows)
    {
        foreach (string line in caption.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            _body.Append(new Paragraph(
                new ParagraphProperties(new Justification { Val = JustificationValues.Center }), new Run(new RunProperties(new Bold()), Text(line))));
        }

        string[][] cells = [.. rows];
        var table = new Table(
            new TableProperties(new TableBorders(
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 })),
            new TableGrid(cells[0].Select(_ => new GridColumn { Width = "1500" })));
        table.Append(cells.Select(row => new TableRow(row.Select(text => new Word.TableCell(new Paragraph(new Run(Text(text))))))));
        _body.Append(table, new Paragraph());
        return this;
    }

    /// <summary>The .docx file.</summary>
    public SourceFile ToFile()
    {
        using var stream = new MemoryStream();
        using (WordprocessingDocument file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            file.AddMainDocumentPart().Document = new Word.Document(_body);
        }

        return new SourceFile("form.docx", stream.ToArray());
    }

    private static Text Text(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };
}
