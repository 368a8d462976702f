using Extractor.Values;

namespace Extractor.Narrative;

/// <summary>Walks through a passage and gives each figure the words, brackets and "trong đó" it stands under.</summary>
internal sealed class MentionReader
{
    private const int MostMentions = 500;
    private const int LongestBefore = 400;
    private readonly string _text;
    private readonly List<Mention> _mentions = [];
    private readonly List<Scope> _scopes = [];
    private int _wide;
    private int _near;
    private int _sentence;
    private int _wholeSentence;
    private int _sentenceBefore;
    private int _previous = -1;

    private MentionReader(Passage passage)
    {
        _text = passage.Text;
        _wide = _near = _sentence = _wholeSentence = _sentenceBefore = passage.BodyStart;
    }

    /// <summary>The figures of a passage in order.</summary>
    public static List<Mention> Read(Passage passage)
    {
        var reader = new MentionReader(passage);
        int at = passage.BodyStart;
        while (at < passage.Text.Length && reader._mentions.Count < MostMentions)
        {
            at = reader.Step(at);
        }

        return reader._mentions;
    }

    private int Step(int at)
    {
        char c = _text[at];
        if (NumberReader.IsDigit(c))
        {
            return ReadFigure(at);
        }

        if (char.IsLetter(c))
        {
            return ReadWord(at);
        }

        switch (c)
        {
            case '(':
                return OpenBracket(at);
            case ')':
                CloseBracket(at);
                break;
            case ',':
                _near = at + 1;
                MarkComma();
                break;
            case ';':
                EndPart(at);
                break;
            case '.' or '!' or '?':
                EndSentence(at);
                break;
            case ':':
                OpenList(at);
                break;
            case '-' or '–' or '+' when IsBetweenBlanks(at):
                EndPart(at);
                break;
        }

        return at + 1;
    }

    private int ReadFigure(int at)
    {
        Figure figure = BrokenPercent.ReadAt(_text, at) ?? FigureReader.ReadAt(_text, at, ordinaryBlankGroups: false);
        if (figure.Kind == FigureKind.Text || ReferenceFigures.IsReference(_text, figure))
        {
            return Math.Max(figure.End, at + 1);
        }

        int end = WordsBehind.End(_text, figure.End);
        Add(figure, end);
        return end;
    }

    // "không có hồ sơ quá hạn": a denial counts nothing, if it names what.
    private int ReadWord(int at)
    {
        int end = at;
        while (end < _text.Length && char.IsLetter(_text[end]))
        {
            end++;
        }

        ReadOnlySpan<char> word = _text.AsSpan(at, end - at);
        if (word.Equals("không", StringComparison.OrdinalIgnoreCase) || word.Equals("chưa", StringComparison.OrdinalIgnoreCase))
        {
            int behind = WordsBehind.EndOfClause(_text, end);
            if (behind > end)
            {
                _mentions.Add(Create(new Figure(FigureKind.ZeroWord, 0, 0, at, end - at), behind, "", ""));
            }

            return end;
        }

        if (!ProseWords.OpeningLetters.Contains(_text[at]))
        {
            return end;
        }

        foreach (string opening in ProseWords.Openings)
        {
            if (_text.AsSpan(at).StartsWith(opening, StringComparison.OrdinalIgnoreCase) && !IsLetterAt(at + opening.Length))
            {
                PushScope(HeadOf(at), isBracket: false);
                StartPart(at + opening.Length);
                return at + opening.Length;
            }
        }

        return end;
    }

    private void Add(Figure figure, int end)
    {
        _mentions.Add(Create(figure, end, IsAfterAnd(figure.Start) ? "" : _text[_near..figure.Start], _text[_wide..figure.Start]));
        _previous = _mentions.Count - 1;
        StartPart(end);
    }

    private Mention Create(Figure figure, int end, string near, string wide) => new(
        figure,
        near,
        wide,
        _text[figure.End..end],
        _text[end..WordsBehind.EndOfPart(_text, end)],
        _text[_sentence..figure.Start],
        _text[_wholeSentence..figure.Start],
        _text[Math.Max(_sentenceBefore, _wholeSentence - LongestBefore).._wholeSentence],
        [.. Enumerable.Reverse(_scopes).Select(s => s.Head)],
        _previous);

    // "sửa đổi, bổ sung và 19 thủ tục bị bãi bỏ": what stands before "và" belongs to the figure in front.
    private bool IsAfterAnd(int start) =>
        _previous >= 0 && _text.AsSpan(_near, start - _near).TrimEnd().EndsWith(" và", StringComparison.Ordinal);

    private string HeadOf(int at) =>
        _mentions.Count > 0 && _mentions[^1].Figure.Kind != FigureKind.ZeroWord && _previous == _mentions.Count - 1
            ? $"{_mentions[^1].Wide} {_mentions[^1].Behind}"
            : _mentions.Count > 0 && _text[_wide..at].AsSpan().IsWhiteSpace() ? $"{_mentions[^1].Wide} {_mentions[^1].Behind}" : _text[_wide..at];

    // Brackets without a figure explain; brackets with figures break down the figure in front of them.
    private int OpenBracket(int at)
    {
        int depth = 0;
        bool hasFigure = false;
        int end = at;
        for (; end < _text.Length; end++)
        {
            depth += _text[end] == '(' ? 1 : _text[end] == ')' ? -1 : 0;
            hasFigure |= NumberReader.IsDigit(_text[end]);
            if (depth == 0)
            {
                break;
            }
        }

        if (!hasFigure)
        {
            return end + 1;
        }

        PushScope(HeadOf(at), isBracket: true);
        StartPart(at + 1);
        return at + 1;
    }

    private void CloseBracket(int at)
    {
        int bracket = _scopes.FindLastIndex(s => s.IsBracket);
        if (bracket >= 0)
        {
            _scopes.RemoveRange(bracket, _scopes.Count - bracket);
        }

        StartPart(at + 1);
    }

    private void OpenList(int at)
    {
        int next = FigureReader.SkipBlanks(_text, at + 1);
        if (next < _text.Length && NumberReader.IsDigit(_text[next]))
        {
            return;
        }

        if (!_text.AsSpan(_wide, at - _wide).IsWhiteSpace())
        {
            PushScope(_text[_wide..at], isBracket: false);
        }

        StartPart(at + 1);
    }

    private void EndPart(int at)
    {
        // Items parted by commas end at a semicolon, unless what follows is short of a subject and so goes on with them.
        if (_scopes.Count > 0 && _scopes[^1] is { IsBracket: false, UsesCommas: true } && StartsAfresh(at + 1))
        {
            _scopes.RemoveAt(_scopes.Count - 1);
        }

        StartPart(at + 1);
        if (_scopes.Count == 0)
        {
            _sentence = at + 1;
            _previous = -1;
        }
    }

    private void EndSentence(int at)
    {
        if (at + 1 < _text.Length && !char.IsWhiteSpace(_text[at + 1]) && !char.IsUpper(_text[at + 1]))
        {
            return;
        }

        _scopes.RemoveAll(s => !s.IsBracket);
        StartPart(at + 1);
        _sentenceBefore = _wholeSentence;
        _sentence = _wholeSentence = at + 1;
        _previous = -1;
    }

    private void MarkComma()
    {
        if (_scopes.Count > 0 && _mentions.Count > _scopes[^1].FirstMention)
        {
            _scopes[^1] = _scopes[^1] with { UsesCommas = true };
        }
    }

    private void PushScope(string head, bool isBracket)
    {
        const int Deepest = 8;
        if (_scopes.Count < Deepest)
        {
            _scopes.Add(new Scope(head, isBracket, false, _mentions.Count));
        }
    }

    private bool StartsAfresh(int at)
    {
        ReadOnlySpan<char> rest = _text.AsSpan(at).TrimStart(" -+*");
        int end = 0;
        while (end < rest.Length && char.IsLetter(rest[end]))
        {
            end++;
        }

        return ProseWords.Subject.Contains(Normalisation.MatchKey.Of(rest[..end].ToString()));
    }

    private void StartPart(int at) => _wide = _near = at;

    private bool IsLetterAt(int at) => at < _text.Length && char.IsLetter(_text[at]);

    private bool IsBetweenBlanks(int at) =>
        at > 0 && at + 1 < _text.Length && char.IsWhiteSpace(_text[at - 1]) && char.IsWhiteSpace(_text[at + 1]);

    private readonly record struct Scope(string Head, bool IsBracket, bool UsesCommas, int FirstMention);
}
