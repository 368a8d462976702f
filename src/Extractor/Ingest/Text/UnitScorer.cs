namespace Extractor.Ingest.Text;

/// <summary>Judges units: a known one, a short word with a capital, or coded options such as "Có = 1; Không = 0".</summary>
internal sealed class UnitScorer(TableText text, TableVocabulary vocabulary) : CellScorer(text)
{
    private const int MaxPlainLength = 7;
    private const double CostOfColon = 3;
    private const double LastWordOfHeading = 2;
    private const double GoesOn = 2.2;
    private const double CapitalGoesOn = 0.8;
    private const int UsualWordsOfOption = 6;
    private const int LongestUnit = 128;
    private const double Hopeless = -16;

    // A page break may cut the options, and the rest stands behind the figure.
    private const double OpenOption = 4;
    private const double FigureInside = 3;

    public override int MaxLength => 32;

    public override int Score(int start, Span<double> scores)
    {
        TableToken first = Text.Tokens[start];
        double score = ScoreStart(first) - CostOfLabelGoingOn(start);
        Span<char> letters = stackalloc char[LongestUnit];
        int length = 0, options = 0, wordsOfOption = 0, known = 0, count = 0;
        bool afterSign = false, hasDigit = false;
        for (int i = start; i < Text.Tokens.Length && count < scores.Length; i++, count++)
        {
            TableToken token = Text.Tokens[i];
            score -= i > start ? CostOfGapBefore(token) + (token.StartsLine ? 0 : 0.05) : 0;
            length = Append(token.Word.Letters, letters, length);
            hasDigit |= token.Word.HasDigit;
            known = length >= 0 && vocabulary.IsUnit(letters[..length]) ? count + 1 : known;
            bool closes = ClosesOption(token.Text, afterSign);
            afterSign = token.Text[^1] == '=';
            wordsOfOption = closes ? 0 : wordsOfOption + 1;
            score -= closes ? 0 : CostOfWord(token.Text, wordsOfOption) + (token.Word.IsFigure && wordsOfOption > 1 ? FigureInside : 0);
            options += closes ? 1 : 0;
            scores[count] = closes && i + 1 < Text.Tokens.Length && Text.Tokens[i + 1].Text[0] == '=' ? Impossible
                : closes ? score + (2.2 * options) - (0.02 * count)
                : options == 0 ? score + ScorePlain(count + 1, known, length >= 0, hasDigit, i + 1)
                : IsEdge(i + 1) ? score + (2.2 * options) - OpenOption
                : Impossible;
            if ((options == 0 && count > 20) || wordsOfOption > 14 || score < Hopeless)
            {
                break;
            }
        }

        return count;
    }

    // Negative where no unit begins with the letters so far.
    private int Append(string word, Span<char> letters, int length)
    {
        if (length < 0 || length + word.Length > letters.Length)
        {
            return -1;
        }

        word.CopyTo(letters[length..]);
        length += word.Length;
        return length == 0 || vocabulary.IsUnitStart(letters[..length]) ? length : -1;
    }

    // "Kết quả giải quyết TTHC": a word that labels have behind the word before is rather the label's.
    private double CostOfLabelGoingOn(int start)
    {
        TableToken first = Text.Tokens[start];
        if (CostInsideHeading(start) is var inside and > 0)
        {
            return inside;
        }

        if (start == 0 || first.StartsLine || first.AfterWideGap || first.EmptyCells > 0 || first.Word.HasEqualsSign)
        {
            return 0;
        }

        bool goesOn = vocabulary.HasPair(Text.Tokens[start - 1].Word.LastKey, first.Word.FirstKey);
        bool isLastWord = first.Word.IsAcronym && start + 1 < Text.Tokens.Length && Text.Tokens[start + 1].EmptyCells > 2;
        bool isCapitalInside = first.Word.IsTitleCase && char.IsLower(Text.Tokens[start - 1].Text[^1]);
        return (goesOn ? (isCapitalInside ? CapitalGoesOn : GoesOn) : 0) + (isLastWord ? LastWordOfHeading : 0);
    }

    // Options are short and no sentences.
    private static double CostOfWord(string word, int wordsOfOption) =>
        (wordsOfOption > UsualWordsOfOption ? 0.5 : 0) + (word.Length > 2 && word[^1] == '.' ? 2 : 0);

    private static double ScoreStart(TableToken token) =>
        char.IsLetter(token.Text[0]) ? (char.IsUpper(token.Text[0]) || token.Word.Letters is "nt" ? 0 : token.AfterHeader ? -0.5 : token.StartsLine ? -2 : -3.2)
        : token.Text[0] == '%' ? 0.5
        : token.Text is "-nt-" ? 0 : char.IsAsciiDigit(token.Text[0]) ? -2.5 : -3;

    private double ScorePlain(int length, int known, bool startsUnit, bool hasDigit, int end)
    {
        TableToken last = Text.Tokens[end - 1];
        if (length > MaxPlainLength || (length > 1 && (last.Word.IsFigure || last.Word.Letters.Length == 0)))
        {
            return Impossible;
        }

        double score = known == length ? 2.5 + (0.4 * length)
            : startsUnit ? (end < Text.Tokens.Length && Text.Tokens[end].AfterHeader ? 1 : -1.5)
            : known > 0 ? 0.2 - (0.6 * (length - known)) : -1.5 - (0.5 * length) - (hasDigit ? 1.5 : 0);
        score -= last.Text[^1] is ':' ? CostOfColon : 0;
        bool beforeFigure = end < Text.Tokens.Length && (Text.Tokens[end].Word.IsFigure || (IsEdge(end + 1) && Text.Tokens[end].Text is "-" or "–"));
        return IsEdge(end) || beforeFigure ? score : score - 2;
    }

    // "Có=1;", "1;" after "=", "=1"
    private static bool ClosesOption(string word, bool afterSign)
    {
        ReadOnlySpan<char> text = word.AsSpan().TrimEnd(";,.");
        int sign = text.LastIndexOf('=');
        if (sign < 0 && !afterSign)
        {
            return false;
        }

        ReadOnlySpan<char> code = text[(sign + 1)..];
        return !code.IsEmpty && code.Length <= 2 && code.IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
