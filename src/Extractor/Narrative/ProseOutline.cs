namespace Extractor.Narrative;

/// <summary>Keeps track of the list items and headings a passage stands under, and of sections about the future.</summary>
internal sealed class ProseOutline
{
    private const int LongestHead = 400;
    private const int LongestLabel = 80;
    private readonly List<Item> _items = [];
    private Passage? _current;
    private string _heading = "";
    private string _opening = "";
    private int _futureLevel;

    /// <summary>Whether the section speaks of plans.</summary>
    public bool IsFuture => _futureLevel > 0;

    /// <summary>Moves on to a passage.</summary>
    public void Enter(Passage passage)
    {
        if (_current is not null)
        {
            Remember(_current);
        }

        _current = passage;
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
    }

    /// <summary>What the passage stands under.</summary>
    public Outline Place() => new(
        string.Join(' ', Enumerable.Reverse(_items).Select(static i => i.Key)) + (_opening.Length == 0 ? "" : KeyOf(_opening)) + _heading,
        _items.Exists(static i => i.IsPart));

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
        if (passage.Bullet != '\0')
        {
            _items.Add(new Item(passage.Bullet, text));
        }
        else if (passage.HeadingLevel == 0)
        {
            _opening = IsOpening(text) ? text : "";
        }
    }

    private static bool IsOpening(string text) => text.AsSpan().TrimEnd().EndsWith(":");

    private static string KeyOf(string text) => ProseWords.Pad(text.Length <= LongestHead ? text : text[^LongestHead..]);

    // Most items have no figures below them, and nobody asks for their keys.
    private sealed class Item(char bullet, string text)
    {
        private string? _key;

        public char Bullet => bullet;

        public string Key => _key ??= KeyOf(text);

        // "- UBND cấp xã:" above a list of its own.
        public bool IsPart => text.Length <= LongestLabel && IsOpening(text) && !text.Any(char.IsDigit) && ProseWords.HasAny(Key, ProseWords.Parts);
    }
}

/// <summary>What a passage stands under.</summary>
/// <param name="Lists">Padded key of the list items and the heading, nearest first.</param>
/// <param name="IsPart">Whether a list item above limits it to the units of one level.</param>
internal readonly record struct Outline(string Lists, bool IsPart);
