namespace Extractor.Ingest.Docx;

/// <summary>Paragraph and character styles with what they inherit already filled in.</summary>
internal sealed class DocxStyles
{
    // A chain of styles longer than this is a cycle or a joke; Word itself stops at 11.
    private const int MaxInheritance = 32;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ParagraphStyle> _paragraphs = new(StringComparer.Ordinal);
    private RunLook _documentRun;
    private string? _defaultParagraph;

    /// <summary>Styles of a document without any.</summary>
    public static DocxStyles None => new();

    /// <summary>Reads the styles part.</summary>
    public static DocxStyles Read(WordXml xml)
    {
        var styles = new DocxStyles();
        int depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Is("docDefaults"))
            {
                styles._documentRun = ReadDefaults(xml);
            }
            else if (xml.Is("style") && xml.Attribute("type") != "table")
            {
                styles.Add(xml);
            }
        }

        return styles;
    }

    /// <summary>What a paragraph has from its style.</summary>
    public ParagraphStyle Paragraph(string? id)
    {
        id ??= _defaultParagraph ?? "";
        if (_paragraphs.TryGetValue(id, out ParagraphStyle? resolved))
        {
            return resolved;
        }

        ParagraphLook look = default;
        RunLook run = default;
        string? numberingStyle = null;
        foreach ((string styleId, Style style) in Chain(id))
        {
            if (look.NumberingId is null && style.Paragraph.NumberingId is not null)
            {
                numberingStyle = styleId;
            }

            look = look.Over(style.Paragraph);
            run = run.Over(style.Run);
        }

        resolved = new ParagraphStyle(look, run.Over(_documentRun), numberingStyle);
        _paragraphs.Add(id, resolved);

        return resolved;
    }

    /// <summary>Look that a character style gives.</summary>
    public RunLook Character(string? id)
    {
        RunLook look = default;
        foreach ((_, Style style) in Chain(id))
        {
            look = look.Over(style.Run);
        }

        return look;
    }

    /// <summary>List that a numbering style stands for.</summary>
    public int? NumberingOf(string id) => _styles.TryGetValue(id, out Style? style) ? style.Paragraph.NumberingId : null;

    private static RunLook ReadDefaults(WordXml xml)
    {
        RunLook look = default;
        int depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (!xml.Is("rPrDefault"))
            {
                continue;
            }

            int inner = xml.Depth;
            while (xml.NextChild(inner))
            {
                look = xml.Is("rPr") ? RunLook.Read(xml, out _) : look;
            }
        }

        return look;
    }

    private IEnumerable<(string Id, Style Style)> Chain(string? id)
    {
        for (int i = 0; i < MaxInheritance && id is not null && _styles.TryGetValue(id, out Style? style); i++)
        {
            yield return (id, style);
            id = style.BasedOn;
        }
    }

    private void Add(WordXml xml)
    {
        string id = xml.Attribute("styleId") ?? "";
        bool isDefault = xml.Attribute("type") is "paragraph" && xml.Attribute("default") is "1" or "true" or "on";
        string? basedOn = null;
        ParagraphLook paragraph = default;
        RunLook run = default;
        int depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            switch (xml.Name)
            {
                case "basedOn":
                    basedOn = xml.Attribute("val");
                    break;
                case "rPr":
                    run = RunLook.Read(xml, out _);
                    break;
                case "pPr":
                    int inner = xml.Depth;
                    while (xml.NextChild(inner))
                    {
                        paragraph = paragraph.With(xml);
                    }

                    break;
            }
        }

        _styles.TryAdd(id, new Style(basedOn, paragraph, run));
        _defaultParagraph ??= isDefault ? id : null;
    }

    private sealed record Style(string? BasedOn, ParagraphLook Paragraph, RunLook Run);
}

/// <summary>What a paragraph has from its style.</summary>
/// <param name="Look">Its properties.</param>
/// <param name="Run">Look of its runs that say nothing themselves.</param>
/// <param name="NumberingStyle">The style of the chain that put it into a list.</param>
internal sealed record ParagraphStyle(ParagraphLook Look, RunLook Run, string? NumberingStyle);
