using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Content;

/// <summary>Which layers the file's default configuration switches off (ISO 32000-2, 8.11).</summary>
internal sealed class OptionalContent
{
    private readonly IPdfObjects? _objects;
    private readonly HashSet<int> _hidden = [];

    private OptionalContent(IPdfObjects? objects) => _objects = objects;

    /// <summary>A file without layers.</summary>
    public static OptionalContent None { get; } = new(null);

    public static OptionalContent Read(PdfDictionary? catalog)
    {
        if (catalog?.GetDictionary("OCProperties") is not { } properties || properties.GetDictionary("D") is not { } configuration)
            return None;

        OptionalContent layers = new(catalog.Objects);
        if (configuration.GetName("BaseState") == "OFF")
            Collect(properties.GetArray("OCGs"), number => layers._hidden.Add(number));
        Collect(configuration.GetArray("ON"), number => layers._hidden.Remove(number));
        Collect(configuration.GetArray("OFF"), number => layers._hidden.Add(number));
        return layers;
    }

    /// <summary>Whether a group, or a membership of several, is off. The entry has to be unresolved: groups are known by their object numbers.</summary>
    public bool IsHidden(PdfValue entry)
    {
        if (_objects is null || _hidden.Count == 0)
            return false;
        if (_hidden.Contains(entry.ReferenceNumber))
            return true;
        return _objects.Resolve(entry).AsDictionary() is { } membership && membership.GetName("Type") == "OCMD" && IsHidden(membership);
    }

    private bool IsHidden(PdfDictionary membership)
    {
        PdfArray? groups = membership.GetArray("OCGs");
        int count = groups?.Count ?? (membership.Contains("OCGs") ? 1 : 0);
        int hidden = 0;
        if (groups is null)
            hidden = _hidden.Contains(membership.Raw("OCGs").ReferenceNumber) ? 1 : 0;
        else
            Collect(groups, number => hidden += _hidden.Contains(number) ? 1 : 0);
        if (count == 0)
            return false;
        return membership.GetName("P") switch
        {
            "AllOn" => hidden > 0,
            "AnyOff" => hidden == 0,
            "AllOff" => hidden < count,
            _ => hidden == count,
        };
    }

    private static void Collect(PdfArray? groups, Action<int> visit)
    {
        foreach (PdfValue group in groups is null ? default : groups.Raw)
        {
            if (group.ReferenceNumber > 0)
                visit(group.ReferenceNumber);
        }
    }
}
