namespace Extractor.Narrative;

/// <summary>Keeps track of the list items and headings a passage stands under, and of sections about the future.</summary>
internal sealed class ProseOutline
{
    private const int LongestHead = 400;
    private const int LongestLabel = 80;
    private readonly List<(char Bullet, string Text, bool IsPart)> _items = [];
    private string _heading = "";
    private string _opening = "";
    private int _futureLevel;

    /// <summary>Whether the section speaks of plans.</summary>
    public bool IsFuture => _futureLevel > 0;

    /// <summary>Moves on to a passage and returns what it stands under.</summary>
    public Outline Enter(Passage passage)
    {
        if (passage.HeadingLevel > 0)
        {
            EnterHeading(passage);
        }

        if (passage.Bullet == '\0')
        {
            bool isAside = passage.Text.AsSpan().TrimStart().StartsWith("(");
            if (!isAside)
            {
                _items.Clear();
            }
        }
        else
        {
            int same = _items.FindIndex(i => i.Bullet == passage.Bullet);
            if (same >= 0)
            {
                _items.RemoveRange(same, _items.Count - same);
            }
        }

        string context = string.Join(' ', Enumerable.Reverse(_items).Select(i => i.Text)) + _opening + _heading;
        bool isPart = _items.Exists(static i => i.IsPart);
        Remember(passage);
        return new Outline(context, isPart);
    }

    private void EnterHeading(Passage passage)
    {
        string key = ProseWords.Pad(passage.Text);
        if (_futureLevel > 0 && passage.HeadingLevel <= _futureLevel)
        {
            _futureLevel = 0;
        }

        bool isFuture = ProseWords.HasAny(key, ProseWords.FutureHeading) && !ProseWords.HasAny(key, ProseWords.PastHeading);
        if (isFuture && _futureLevel == 0)
        {
            _futureLevel = passage.HeadingLevel;
        }

        _heading = key;
        _opening = "";
    }

    // A paragraph that ends in a colon opens the list below it.
    private void Remember(Passage passage)
    {
        string text = passage.Text[passage.BodyStart..];
        string key = ProseWords.Pad(text.Length <= LongestHead ? text : text[^LongestHead..]);
        if (passage.Bullet != '\0')
        {
            _items.Add((passage.Bullet, key, IsPartLabel(text, key)));
        }
        else if (passage.HeadingLevel == 0)
        {
            _opening = text.AsSpan().TrimEnd().EndsWith(":") ? key : "";
        }
    }

    // "- UBND cấp xã:" above a list of its own.
    private static bool IsPartLabel(string text, string key) =>
        text.Length <= LongestLabel && text.AsSpan().TrimEnd().EndsWith(":") && !text.Any(char.IsDigit) && ProseWords.HasAny(key, ProseWords.Parts);
}

/// <summary>What a passage stands under.</summary>
/// <param name="Lists">Padded key of the list items and the heading, nearest first.</param>
/// <param name="IsPart">Whether a list item above limits it to the units of one level.</param>
internal readonly record struct Outline(string Lists, bool IsPart);
