using System.Collections.Immutable;
using Extractor.Ingest.Text.Figures;
using Extractor.Models;
using Microsoft.Extensions.Options;

namespace Extractor.Ingest.Text;

/// <summary>Reads plain text and Markdown: paragraphs, tables drawn with tabs, strokes or blanks, and tables whose columns run together.</summary>
internal sealed class PlainTextReader : IDocumentReader
{
    // What stands side by side above a heading, such as a signature beside the recipients, reads like a part of it.
    private const int HeadingLines = 18;

    private readonly TextOptions _options;
    private readonly Lazy<TableReaders> _readers;

    /// <summary>Prepares a reader.</summary>
    /// <param name="schemas">Indicator families whose labels and units tell the columns apart where nothing else does.</param>
    /// <param name="options">Bounds on what a text may hold.</param>
    public PlainTextReader(IEnumerable<IndicatorSchema> schemas, IOptions<TextOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Value;
        // Learned from the first text: most files have another format.
        _readers = new Lazy<TableReaders>(() => TableReaders.Of(schemas, _options));
    }

    /// <inheritdoc/>
    public bool CanRead(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return TextDecoding.IsText(file.Bytes.Span);
    }

    /// <inheritdoc/>
    public Document Read(SourceFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        List<TextLine> lines = TextLine.Split(TextDecoding.Decode(file.Bytes.Span, out string? legacyEncoding), _options);
        if (lines.TrueForAll(l => l.IsBlank))
        {
            throw new EmptyFileException(new LocalText("Tệp không có chữ nào; hãy gửi lại tệp gốc.", "The file has no words; send the original again."));
        }

        List<string> pageNumbers = PageNumbers.TakeOut(lines);
        var footnotes = new Footnotes(lines);
        ImmutableArray<Note> notes = footnotes.Notes.IsEmpty ? PageNotes.TakeOut(lines) : footnotes.Notes;
        ImmutableArray<Block> blocks = ReadBlocks(lines, footnotes, out int lost, cancellationToken);
        DocumentWarning? torn = lost > 0 ? LostColumns.Describe(blocks.OfType<TableBlock>().Sum(static table => table.RowCount - table.HeaderRowCount), lost) : null;
        return new Document
        {
            Format = IsMarkdown(file, lines) ? FileFormat.Md : FileFormat.Txt,
            Blocks = blocks,
            Warnings = [.. WarningsOf(torn, legacyEncoding)],
            Unread = torn is null ? [] : [LostColumns.Gap(torn)],
            Notes = notes,
            Furniture = [.. pageNumbers.Select(text => new PlacedText(text))],
        };
    }

    private static IEnumerable<DocumentWarning> WarningsOf(DocumentWarning? torn, string? legacyEncoding)
    {
        if (torn is not null)
        {
            yield return torn;
        }

        if (legacyEncoding is not null)
        {
            yield return new DocumentWarning("text.decoded", new LocalText(
                $"Tệp dùng bảng mã cũ {legacyEncoding} và đã được chuyển sang Unicode.",
                $"The file is in the legacy encoding {legacyEncoding} and was turned into Unicode."));
        }
    }

    private TableBlock? ReadTable(
        List<TextLine> lines, int start, Footnotes footnotes, out int end, ref int lost, CancellationToken cancellationToken)
    {
        end = start;
        if (lines[start].IsBlank)
        {
            return null;
        }

        if ((HtmlTableReader.Read(lines, start, _options, out end) ?? DrawnTableReader.Read(lines, start, _options, out end)
            ?? DelimitedTableReader.Read(lines, start, _options, out end) ?? _readers.Value.Aligned.Read(lines, start, out end, cancellationToken)) is { } table)
        {
            return table;
        }

        TableBlock? running = _readers.Value.Running.Read(lines, start, footnotes, out end, out int lostHere, cancellationToken);
        lost += lostHere;
        return running;
    }

    private static bool IsMarkdown(SourceFile file, List<TextLine> lines) =>
        file.Name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || lines.Exists(DelimitedTableReader.IsMarkdownRule);

    private ImmutableArray<Block> ReadBlocks(List<TextLine> lines, Footnotes footnotes, out int lost, CancellationToken cancellationToken)
    {
        lost = 0;
        var parts = new List<(List<TextLine> Prose, TableBlock? Table)>();
        var prose = new List<TextLine>();
        Dictionary<int, (int End, TableBlock Table)> wide = FigureTableReader.Find(lines, cancellationToken);
        for (int i = 0; i < footnotes.Start;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (wide.TryGetValue(i, out (int End, TableBlock Table) figures) && !_readers.Value.Aligned.StartsWithin(lines, i, Math.Min(figures.End, i + HeadingLines)))
            {
                parts.Add((prose, figures.Table));
                prose = [];
                i = figures.End;
                continue;
            }

            if (ReadTable(lines, i, footnotes, out int end, ref lost, cancellationToken) is { } table)
            {
                parts.Add((prose, table));
                prose = [];
                i = end;
                continue;
            }

            prose.Add(lines[i]);
            i++;
        }

        parts.Add((prose, null));

        // Lines of tables are narrower than those of the prose, and would blur where its lines end.
        lost += LostColumns.CountOutside([.. parts.SelectMany(p => p.Prose)], _readers.Value.Vocabulary);
        var paragraphs = new ProseReader([.. parts.SelectMany(p => p.Prose)]);
        return [.. parts.SelectMany(p => p.Table is null ? paragraphs.Read(p.Prose) : paragraphs.Read(p.Prose).Add(p.Table))];
    }

    private sealed record TableReaders(TableVocabulary Vocabulary, AlignedTableReader Aligned, RunningTableReader Running)
    {
        public static TableReaders Of(IEnumerable<IndicatorSchema> schemas, TextOptions options)
        {
            var vocabulary = new TableVocabulary(schemas, TableWords.Default);
            return new TableReaders(vocabulary, new AlignedTableReader(vocabulary), new RunningTableReader(vocabulary, options.MaxTableWords));
        }
    }
}
