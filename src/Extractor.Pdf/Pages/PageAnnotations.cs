using System.Collections.Immutable;
using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Pages;

/// <summary>Reads the annotations of a page that carry data: links and the widgets of form fields.</summary>
internal sealed class PageAnnotations
{
    private const int MostAnnotations = 100_000;
    private readonly PageGeometry _geometry;
    private readonly Dictionary<PdfDictionary, int> _fieldPlaces = [];
    private readonly ImmutableArray<PdfLink>.Builder _links = ImmutableArray.CreateBuilder<PdfLink>();
    private readonly ImmutableArray<PdfFormField>.Builder _fields = ImmutableArray.CreateBuilder<PdfFormField>();

    public PageAnnotations(PdfDictionary page, PageGeometry geometry)
    {
        _geometry = geometry;
        PdfArray? annotations = page.GetArray("Annots");
        for (int i = 0; i < Math.Min(annotations?.Count ?? 0, MostAnnotations); i++)
        {
            page.Objects.Budget.CheckTime();
            if (annotations![i].AsDictionary() is not { } annotation)
                continue;
            switch (annotation.GetName("Subtype"))
            {
                case "Link":
                    AddLink(annotation);
                    break;
                case "Widget":
                    AddField(annotation);
                    break;
                default:
                    break;
            }
        }
    }

    public ImmutableArray<PdfLink> Links => _links.ToImmutable();

    public ImmutableArray<PdfFormField> Fields => _fields.ToImmutable();

    private void AddLink(PdfDictionary annotation)
    {
        if (_geometry.ToBox(annotation.GetArray("Rect")) is not { } area)
            return;
        PdfDictionary? action = annotation.GetDictionary("A");
        string? address = action?.GetName("S") == "URI" ? action.GetText("URI") : null;
        _links.Add(new PdfLink(area, address));
    }

    /// <summary>A field drawn several times (radio buttons) is one field; the widget that is switched on tells where it stands.</summary>
    private void AddField(PdfDictionary widget)
    {
        PdfDictionary terminal = widget.Contains("T") || widget.GetDictionary("Parent") is not { } parent ? widget : parent;
        var field = new PdfFormField(FormFields.NameOf(terminal), FormFields.ValueOf(terminal), _geometry.ToBox(widget.GetArray("Rect")), FormFields.IsText(terminal));
        if (!_fieldPlaces.TryGetValue(terminal, out int place))
        {
            _fieldPlaces[terminal] = _fields.Count;
            _fields.Add(field);
        }
        else if (widget.GetName("AS") is not (null or "Off"))
        {
            _fields[place] = field;
        }
    }
}
