namespace Extractor.Ingest.Docx;

/// <summary>Follows complex fields, nested ones too: a reader sees their result and not their instruction.</summary>
internal sealed class FieldNesting
{
    private readonly List<bool> _isResult = [];

    /// <summary>Whether text at this point is seen.</summary>
    public bool IsVisible { get; private set; } = true;

    /// <summary>Takes up a <c>w:fldChar</c>.</summary>
    public void Advance(string? type)
    {
        switch (type)
        {
            case "begin":
                _isResult.Add(false);
                break;
            case "separate" when _isResult.Count > 0:
                _isResult[^1] = true;
                break;
            case "end" when _isResult.Count > 0:
                _isResult.RemoveAt(_isResult.Count - 1);
                break;
        }

        IsVisible = !_isResult.Contains(false);
    }

    /// <summary>
    /// Ends a paragraph. Results run over paragraphs (a table of contents does), instructions do not: a field still without a result is broken,
    /// and what follows it must not be lost.
    /// </summary>
    public void EndParagraph()
    {
        _isResult.RemoveAll(isResult => !isResult);
        IsVisible = true;
    }
}
