using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Extractor.Cli.Evaluate.Html;

/// <summary>
/// Markup under construction. Only the literal parts of the interpolated strings it is given are taken as markup: everything that stands in a hole
/// is data, comes from files of unknown origin, and is escaped.
/// </summary>
internal sealed class Markup
{
    private const char Replacement = '\uFFFD';

    private readonly StringBuilder _text = new();

    /// <summary>Adds markup with data in its holes.</summary>
    public Markup Add([InterpolatedStringHandlerArgument("")] Handler markup)
    {
        _ = markup;
        return this;
    }

    /// <summary>Text of the program's own that is markup already.</summary>
    public static Markup Trusted(string ownText)
    {
        var markup = new Markup();
        markup._text.Append(ownText);
        return markup;
    }

    /// <summary>The markup so far.</summary>
    public override string ToString() => _text.ToString();

    private void AddEscaped(ReadOnlySpan<char> data)
    {
        for (int i = 0; i < data.Length; i++)
        {
            char c = data[i];
            if (char.IsHighSurrogate(c) && i + 1 < data.Length && char.IsLowSurrogate(data[i + 1]))
            {
                _text.Append(c).Append(data[++i]);
                continue;
            }

            _ = c switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '"' => _text.Append("&quot;"),
                '\'' => _text.Append("&#39;"),
                '\n' or '\t' => _text.Append(c),
                _ => _text.Append(IsHarmful(c) ? Replacement : c),
            };
        }
    }

    // Half characters, control characters, and marks that turn the direction of what follows: a name could be made to look like another.
    private static bool IsHarmful(char c) =>
        char.IsSurrogate(c) || char.IsControl(c) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F' or '\u061C'
            or '\uFFFE' or '\uFFFF';

    /// <summary>Tells literal markup from the data in the holes.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Handler
    {
        private readonly Markup _markup;

        public Handler(int literalLength, int formattedCount, Markup markup)
        {
            markup._text.EnsureCapacity(markup._text.Length + literalLength + (formattedCount * 8));
            _markup = markup;
        }

        public void AppendLiteral(string literal) => _markup._text.Append(literal);

        public void AppendFormatted(string? data) => _markup.AddEscaped(data);

        public void AppendFormatted(int number) => _markup._text.Append(CultureInfo.InvariantCulture, $"{number}");

        /// <summary>A coordinate of a drawing, to a hundredth.</summary>
        public void AppendFormatted(double coordinate) => _markup._text.Append(CultureInfo.InvariantCulture, $"{coordinate:0.##}");

        public void AppendFormatted(Markup part) => _markup._text.Append(part._text);
    }
}
