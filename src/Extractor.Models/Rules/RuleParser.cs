using System.Collections.Immutable;
using System.Globalization;

namespace Extractor.Models;

/// <summary>
/// Reads the expressions of <c>rules.csv</c>:
/// <c>total = a + b? + (c | c.x + c.y)</c>, <c>rate = n / d</c>, <c>0 &lt;= a &lt;= b</c>, <c>rate &lt;&gt; n / d</c>.
/// A question mark lets an absent row count 0, a bar parts alternatives, "/" binds weakest, and chains make several comparisons.
/// </summary>
internal ref struct RuleParser
{
    private readonly ReadOnlySpan<char> _text;
    private int _at;

    private RuleParser(ReadOnlySpan<char> text)
    {
        _text = text;
        _at = 0;
    }

    /// <summary>The comparisons of an expression; codes are still patterns.</summary>
    /// <exception cref="FormatException">The text is no expression.</exception>
    public static ImmutableArray<RuleComparison> Parse(string text)
    {
        var parser = new RuleParser(text);
        var comparisons = ImmutableArray.CreateBuilder<RuleComparison>();
        RuleSide left = parser.ReadSide();
        do
        {
            RuleRelation relation = parser.ReadRelation();
            RuleSide right = parser.ReadSide();
            RuleSide? divisor = parser.Take('/') ? parser.ReadSide() : null;
            comparisons.Add(new RuleComparison(left, relation, right, divisor));
            left = right;
        }
        while (parser.Peek() != '\0');
        return comparisons.Count > 1 && comparisons.Any(c => c.Divisor is not null)
            ? throw parser.Unexpected("a quotient stands in no chain")
            : comparisons.ToImmutable();
    }

    private RuleSide ReadSide()
    {
        decimal constant = 0;
        var terms = ImmutableArray.CreateBuilder<RuleTerm>();
        int sign = Take('-') ? -1 : 1;
        do
        {
            if (char.IsAsciiDigit(Peek()))
            {
                constant += sign * ReadNumber();
            }
            else
            {
                terms.Add(new RuleTerm(sign, ReadChoices()));
            }

            sign = Take('+') ? 1 : Take('-') ? -1 : 0;
        }
        while (sign != 0);
        return new RuleSide(constant, terms.ToImmutable());
    }

    private ImmutableArray<ImmutableArray<RuleCell>> ReadChoices()
    {
        bool isBracketed = Take('(');
        var choices = ImmutableArray.CreateBuilder<ImmutableArray<RuleCell>>();
        do
        {
            choices.Add(isBracketed ? ReadSum() : [ReadCell(1)]);
        }
        while (Take('|'));
        if (isBracketed && !Take(')'))
        {
            throw Unexpected("')' is missing");
        }

        return choices.ToImmutable();
    }

    private ImmutableArray<RuleCell> ReadSum()
    {
        var cells = ImmutableArray.CreateBuilder<RuleCell>();
        int sign = Take('-') ? -1 : 1;
        do
        {
            cells.Add(ReadCell(sign));
            sign = Take('+') ? 1 : Take('-') ? -1 : 0;
        }
        while (sign != 0);
        return cells.ToImmutable();
    }

    private RuleCell ReadCell(int sign)
    {
        SkipBlanks();
        int start = _at;
        bool isBraced = false;
        while (_at < _text.Length && (isBraced || char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '_' or '.' or '{' or '}' or '@'))
        {
            isBraced = _text[_at] == '{' || (isBraced && _text[_at] != '}');
            _at++;
        }

        return _at == start ? throw Unexpected("a code is missing") : new RuleCell(_text[start.._at].ToString(), sign, Take('?'));
    }

    private decimal ReadNumber()
    {
        int start = _at;
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] == '.'))
        {
            _at++;
        }

        return decimal.TryParse(_text[start.._at], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
            ? number
            : throw Unexpected("the number cannot be read");
    }

    private RuleRelation ReadRelation()
    {
        if (Take('='))
        {
            return RuleRelation.Equal;
        }

        if (!Take('<'))
        {
            throw Unexpected("'=', '<=', '<' or '<>' is missing");
        }

        return Take('=') ? RuleRelation.AtMost : Take('>') ? RuleRelation.NotTheFraction : RuleRelation.Less;
    }

    private char Peek()
    {
        SkipBlanks();
        return _at < _text.Length ? _text[_at] : '\0';
    }

    private bool Take(char sign)
    {
        bool isThere = Peek() == sign;
        _at += isThere ? 1 : 0;
        return isThere;
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private readonly FormatException Unexpected(string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{what} at character {_at + 1} of '{_text}'"));
}
