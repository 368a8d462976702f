using Extractor.Pdf.Pages;
using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Content;

internal sealed partial class ContentInterpreter
{
    private void TryContent(uint operation, ReadOnlySpan<PdfValue> operands, int depth)
    {
        switch (operation)
        {
            case Operators.BeginMarked:
                _marked.Begin(isHidden: false, replacement: null);
                break;
            case Operators.BeginMarkedWithProperties when operands.Length > 0:
                BeginMarked(operands);
                break;
            case Operators.EndMarked:
                _marked.End();
                break;
            case Operators.DrawObject when operands.Length > 0 && Resource("XObject", operands[^1]).AsStream() is { } drawn:
                Draw(drawn, depth);
                break;
            case Operators.InlineImage when operands.Length > 0 && operands[0].AsStream() is { } image && !_marked.IsHidden:
                Images.Add(PageImages.FromInline(image, _state.Transform, Resource("ColorSpace", image.Dictionary["ColorSpace"])));
                break;
        }
    }

    private void BeginMarked(ReadOnlySpan<PdfValue> operands)
    {
        PdfDictionary? properties = operands[^1].AsDictionary() ?? Resource("Properties", operands[^1]).AsDictionary();
        bool isHidden = operands.Length > 1 && operands[^2].AsName() == "OC" && optionalContent.IsHidden(PropertiesEntry(operands[^1]));
        _marked.Begin(isHidden, properties?.GetText("ActualText"));
    }

    /// <summary>The entry unresolved: layers are told apart by their object numbers.</summary>
    private PdfValue PropertiesEntry(PdfValue name) =>
        name.AsName() is { } key ? _resources?.GetDictionary("Properties")?.Raw(key) ?? default : default;

    private void Draw(PdfStream drawn, int depth)
    {
        if (_marked.IsHidden || optionalContent.IsHidden(drawn.Dictionary.Raw("OC")))
        {
            _marked.HasHidden = true;
            return;
        }

        switch (drawn.Dictionary.GetName("Subtype"))
        {
            case "Image":
                Images.Add(PageImages.FromStream(drawn, _state.Transform));
                break;
            case "Form" or null:
                DrawForm(drawn, PdfMatrix.Identity, depth + 1);
                break;
        }
    }

    /// <summary>Draws a form: its matrix, its box as a clip, its own resources or those of the stream that draws it.</summary>
    public void DrawForm(PdfStream form, in PdfMatrix placement, int depth)
    {
        if (!_openForms.Add(form))
        {
            objects.Warnings.Add("form.cyclic", "A form draws itself; the inner call was passed over.");
            return;
        }

        (GraphicsState state, int saved) = (_state, _savedCount);
        PdfDictionary dictionary = form.Dictionary;
        PdfMatrix matrix = Matrix(dictionary.GetArray("Matrix"));
        _state.Transform = matrix.Then(placement).Then(_state.Transform);
        if (dictionary.GetArray("BBox") is { Count: >= 4 } box)
            _state.Intersect(_state.Transform.Bounds(box.GetNumber(0), box.GetNumber(1), box.GetNumber(2), box.GetNumber(3)));
        _path.Clear();
        int marks = _marked.Depth;
        using (DecodedStream content = form.Decode())
            Run(content, dictionary.GetDictionary("Resources") ?? _resources, depth);
        _marked.EndDownTo(marks);
        _path.Clear();
        (_state, _savedCount) = (state, saved);
        _openForms.Remove(form);
    }

    /// <summary>The transform of a /Matrix entry; identity where there is none.</summary>
    public static PdfMatrix Matrix(PdfArray? numbers) => numbers is not { Count: >= 6 }
        ? PdfMatrix.Identity
        : new PdfMatrix(
            numbers.GetNumber(0), numbers.GetNumber(1), numbers.GetNumber(2),
            numbers.GetNumber(3), numbers.GetNumber(4), numbers.GetNumber(5));
}
