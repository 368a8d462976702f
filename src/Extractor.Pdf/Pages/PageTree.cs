using Extractor.Pdf.Files;
using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Pages;

/// <summary>Flattens the page tree; pages are looked for among all objects where the tree leads to none.</summary>
internal sealed class PageTree
{
    private readonly PdfFile _file;
    private readonly List<(PdfDictionary Page, PageAttributes Attributes)> _pages = [];
    private readonly HashSet<PdfDictionary> _visited = [];
    private bool _hasGaps;

    private PageTree(PdfFile file) => _file = file;

    /// <summary>The pages in order, with what they inherit.</summary>
    /// <exception cref="PdfException">There is no page, or a budget is used up.</exception>
    public static List<(PdfDictionary Page, PageAttributes Attributes)> Read(PdfFile file)
    {
        var tree = new PageTree(file);
        tree.Walk();
        if (tree._pages.Count == 0 && !file.IsRebuilt)
        {
            file.Rebuild();
            tree._visited.Clear();
            tree.Walk();
        }

        if (tree._pages.Count == 0 || (file.IsRebuilt && tree._hasGaps))
        {
            tree.Scan();
            // A part of the file is lost then, and some producers write all page dictionaries together at its end.
            if (file.Catalog is null || tree._hasGaps)
                OrphanContents.AddTo(tree._pages, file);
        }

        return tree._pages.Count > 0
            ? tree._pages
            : throw new PdfException(file.HasHeader ? PdfError.Damaged : PdfError.NotPdf, file.HasHeader ? "The file has no page." : "Not a PDF file.");
    }

    private void Walk()
    {
        if (_file.Catalog?.GetDictionary("Pages") is not { } root)
            return;
        var pending = new Stack<(PdfDictionary Node, PageAttributes Attributes, int Depth)>();
        pending.Push((root, default, 0));
        while (pending.TryPop(out (PdfDictionary Node, PageAttributes Attributes, int Depth) next))
        {
            _file.Budget.CheckTime();
            _file.Budget.CheckDepth(next.Depth);
            PageAttributes attributes = next.Attributes.OverriddenBy(next.Node);
            if (next.Node.GetArray("Kids") is { } kids && next.Node.GetName("Type") != "Page")
                PushKids(pending, next.Node, kids, attributes, next.Depth + 1);
            else if (next.Node.GetDictionary("Kids") is { } onlyKid && _visited.Add(next.Node))
                pending.Push((onlyKid, attributes, next.Depth + 1));
            else if (IsPage(next.Node))
                Add(next.Node, attributes);
        }
    }

    private void PushKids(
        Stack<(PdfDictionary Node, PageAttributes Attributes, int Depth)> pending, PdfDictionary node, PdfArray kids, PageAttributes attributes, int depth)
    {
        // A node inside itself, or in many places, multiplies without end; a page in two places does no harm.
        if (!_visited.Add(node))
        {
            _file.Warnings.Add("pages.cycle", "A node of the page tree stands in several places; it is read once.");
            return;
        }

        for (int i = kids.Count - 1; i >= 0; i--)
        {
            if (kids[i].AsDictionary() is { } kid)
                pending.Push((kid, attributes, depth));
            else
                NoteGap();
            if (pending.Count > _file.Budget.Options.MaxPages * 2L)
                throw new PdfException(nameof(PdfOptions.MaxPages), _file.Budget.Options.MaxPages);
        }
    }

    /// <summary>A leaf is a page unless it says that it is something else.</summary>
    private static bool IsPage(PdfDictionary node) => node.GetName("Type") switch
    {
        "Page" => true,
        "Pages" or "Catalog" => false,
        _ => node.Contains("Contents") || node.Contains("MediaBox") || node.Contains("Resources") || node.Contains("Parent"),
    };

    private void NoteGap()
    {
        _hasGaps = true;
        _file.Warnings.Add("pages.missing", "An entry of the page tree leads to nothing.");
    }

    /// <summary>Takes all pages among the objects, if they are more than the tree has shown.</summary>
    private void Scan()
    {
        (PdfDictionary Page, PageAttributes Attributes)[] fromTree = [.. _pages];
        _pages.Clear();
        foreach (int number in _file.ObjectNumbersInPageOrder)
        {
            if (_file.Load(number).AsDictionary() is { } page && page.GetName("Type") == "Page")
                Add(page, FromParents(page));
        }

        if (_pages.Count > fromTree.Length)
        {
            _file.Warnings.Add("pages.scanned", "The page tree is missing or damaged; the pages were found by scanning.");
            return;
        }

        _pages.Clear();
        _pages.AddRange(fromTree);
    }

    private PageAttributes FromParents(PdfDictionary page)
    {
        var path = new Stack<PdfDictionary>();
        for (PdfDictionary? node = page; node is not null && path.Count <= _file.Budget.Options.MaxDepth; node = node.GetDictionary("Parent"))
            path.Push(node);
        PageAttributes attributes = default;
        foreach (PdfDictionary node in path)
            attributes = attributes.OverriddenBy(node);
        return attributes;
    }

    private void Add(PdfDictionary page, PageAttributes attributes)
    {
        _pages.Add((page, attributes));
        if (_pages.Count > _file.Budget.Options.MaxPages)
            throw new PdfException(nameof(PdfOptions.MaxPages), _file.Budget.Options.MaxPages);
    }
}
