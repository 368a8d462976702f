using Extractor.Pdf.Fonts;
using Extractor.Pdf.Pages;
using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Content;

/// <summary>
/// Carries out the operators of a page and of the forms it draws (ISO 32000-2, clause 8 and 9), as far as text, lines and places of pictures go.
/// An operator with too few or wrong operands is passed over. One instance reads all pages of a file, one after the other.
/// </summary>
/// <param name="objects">The open file.</param>
/// <param name="optionalContent">Which layers are switched off.</param>
/// <param name="formFonts">Fonts of the interactive form (/DR), or null.</param>
internal sealed partial class ContentInterpreter(IPdfObjects objects, OptionalContent optionalContent, PdfDictionary? formFonts)
{
    // Real files nest a few dozen states; what a broken one saves beyond this is counted, so that its Q still match, but not kept.
    private const int MostSavedStates = 512;
    private const int UsualSavedStates = 16;
    private const int OperatorsBetweenTimeChecks = 256;

    private readonly FontReader _fonts = new(objects);
    private readonly PathBuilder _path = new();
    private readonly GlyphBuffer _glyphs = new(objects.Budget.Options);
    private readonly HashSet<PdfStream> _openForms = [];
    private GraphicsState[] _saved = new GraphicsState[UsualSavedStates];
    private TextPainter _text = null!;
    private MarkedContent _marked = null!;
    private GraphicsState _state;
    private PdfDictionary? _resources;
    private int _savedCount;
    private int _operators;
    private bool _clipsNext;

    public GlyphBuffer Glyphs => _glyphs;

    public RulingCollector Rulings { get; } = new();

    public List<PdfImage> Images { get; } = [];

    /// <summary>Glyphs of this page whose codes no table explains.</summary>
    public int UnmappedCount => _text.UnmappedCount;

    /// <summary>Glyphs of this page whose text holds control characters.</summary>
    public int SuspectCount => _text.SuspectCount;

    /// <summary>Whether content was left out because its layer is switched off.</summary>
    public bool HasHidden => _marked.HasHidden;

    /// <summary>Forgets the last page.</summary>
    public void StartPage(PageGeometry geometry)
    {
        _text = new TextPainter(_glyphs);
        _marked = new MarkedContent(_glyphs);
        _state = InitialState(geometry);
        _glyphs.CutTo(0);
        Rulings.StartPage(geometry.Width, geometry.Height);
        Images.Clear();
        _openForms.Clear();
        _path.Clear();
        (_savedCount, _operators, _clipsNext, _resources) = (0, 0, false, null);
    }

    /// <summary>Carries out a content stream.</summary>
    /// <param name="content">The decoded stream.</param>
    /// <param name="resources">Where its names are looked up.</param>
    /// <param name="depth">How many forms deep it is drawn.</param>
    public void Run(DecodedStream content, PdfDictionary? resources, int depth)
    {
        objects.Budget.CheckDepth(depth);
        PdfDictionary? outer = _resources;
        _resources = resources;
        ContentReader reader = new(objects, content);
        while (reader.Read())
        {
            if (++_operators > objects.Budget.Options.MaxOperatorsPerPage)
                throw new PdfException(nameof(PdfOptions.MaxOperatorsPerPage), objects.Budget.Options.MaxOperatorsPerPage);
            if (_operators % OperatorsBetweenTimeChecks == 0)
                objects.Budget.CheckTime();
            ReadOnlySpan<PdfValue> operands = reader.Operands;
            if (!TryText(reader.Operator, operands) && !TryPath(reader.Operator, operands) && !TryState(reader.Operator, operands))
                TryContent(reader.Operator, operands, depth);
        }

        _resources = outer;
    }

    /// <summary>Draws the appearance of an annotation over the finished page; what a stamp draws is marked, and its lines bound nothing.</summary>
    public void DrawAppearance(PageGeometry geometry, PdfStream appearance, in PdfMatrix placement, bool isStamp)
    {
        int first = _glyphs.Count;
        Rulings.IsIdle = isStamp;
        _state = InitialState(geometry);
        _savedCount = 0;
        _marked.EndDownTo(0);
        DrawForm(appearance, placement, 1);
        Rulings.IsIdle = false;
        foreach (ref PdfGlyph glyph in isStamp ? _glyphs.Span[first..] : [])
            glyph = glyph with { Flags = glyph.Flags | PdfGlyphFlags.Stamp };
    }

    private static GraphicsState InitialState(PageGeometry geometry) =>
        GraphicsState.Initial(geometry.ToPage, new PdfBox(0, 0, geometry.Width, geometry.Height));

    private bool TryState(uint operation, ReadOnlySpan<PdfValue> operands)
    {
        switch (operation)
        {
            case Operators.SaveState:
                Save();
                return true;
            case Operators.RestoreState:
                Restore();
                return true;
            case Operators.Transform when TryMatrix(operands, out PdfMatrix matrix):
                _state.Transform = matrix.Then(_state.Transform);
                return true;
            case Operators.LineWidth when operands.Length > 0:
                _state.LineWidth = Math.Abs(operands[^1].AsNumber(1));
                return true;
            case Operators.ExtendedState when operands.Length > 0:
                ApplyExtendedState(Resource("ExtGState", operands[^1]).AsDictionary());
                return true;
            default:
                return TryColor(operation, operands);
        }
    }

    private bool TryColor(uint operation, ReadOnlySpan<PdfValue> operands)
    {
        switch (operation)
        {
            case Operators.FillGray or Operators.FillRgb:
                _state.Fill = _state.Fill.With(InkSpace.Gray, operands);
                return true;
            case Operators.StrokeGray or Operators.StrokeRgb:
                _state.Stroke = _state.Stroke.With(InkSpace.Gray, operands);
                return true;
            case Operators.FillCmyk:
                _state.Fill = _state.Fill.With(InkSpace.Subtractive, operands);
                return true;
            case Operators.StrokeCmyk:
                _state.Stroke = _state.Stroke.With(InkSpace.Subtractive, operands);
                return true;
            case Operators.FillColor or Operators.FillColorNamed:
                _state.Fill = _state.Fill.WithColor(operands);
                return true;
            case Operators.StrokeColor or Operators.StrokeColorNamed:
                _state.Stroke = _state.Stroke.WithColor(operands);
                return true;
            case Operators.FillSpace when operands.Length > 0:
                _state.Fill = _state.Fill.In(ColorSpace(operands[^1]));
                return true;
            case Operators.StrokeSpace when operands.Length > 0:
                _state.Stroke = _state.Stroke.In(ColorSpace(operands[^1]));
                return true;
            default:
                return false;
        }
    }

    private void ApplyExtendedState(PdfDictionary? state)
    {
        if (state is null)
            return;
        if (state.Contains("LW"))
            _state.LineWidth = Math.Abs(state.GetNumber("LW", 1));
        if (state.Contains("CA"))
            _state.Stroke = _state.Stroke.WithAlpha(state.GetNumber("CA", 1));
        if (state.Contains("ca"))
            _state.Fill = _state.Fill.WithAlpha(state.GetNumber("ca", 1));
        if (state.GetArray("Font") is { Count: 2 } font)
            (_state.Text.Font, _state.Text.Size) = (_fonts.Get(font.Raw[0]), font.GetNumber(1));
    }

    private void Save()
    {
        if (_savedCount < MostSavedStates)
        {
            if (_savedCount == _saved.Length)
                Array.Resize(ref _saved, MostSavedStates);
            _saved[_savedCount] = _state;
        }

        _savedCount++;
    }

    private void Restore()
    {
        if (_savedCount == 0)
            return;
        if (--_savedCount < MostSavedStates)
            _state = _saved[_savedCount];
    }

    private PdfValue ColorSpace(PdfValue name) =>
        Resource("ColorSpace", name) is { IsNull: false } named ? named : name;

    private PdfValue Resource(string category, PdfValue name) =>
        name.AsName() is { } key && _resources?.GetDictionary(category) is { } entries ? entries[key] : default;

    private static bool TryMatrix(ReadOnlySpan<PdfValue> operands, out PdfMatrix matrix)
    {
        matrix = default;
        if (operands.Length < 6)
            return false;
        operands = operands[^6..];
        matrix = new PdfMatrix(
            operands[0].AsNumber(), operands[1].AsNumber(), operands[2].AsNumber(),
            operands[3].AsNumber(), operands[4].AsNumber(), operands[5].AsNumber());
        return true;
    }
}
