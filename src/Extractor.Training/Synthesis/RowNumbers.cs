using System.Globalization;

namespace Extractor.Training.Synthesis;

/// <summary>Numbers the rows of a table by their depth.</summary>
internal sealed class RowNumbers(NumberStyle style)
{
    private const int Deepest = 6;
    private static readonly string[] Romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"];
    private readonly int[] _counts = new int[Deepest];

    /// <summary>The number of the next row at a depth, 0 for sections.</summary>
    public string Next(int depth)
    {
        depth = Math.Min(depth, Deepest - 1);
        _counts[depth]++;
        Array.Clear(_counts, depth + 1, Deepest - depth - 1);
        return style switch
        {
            NumberStyle.Dotted => Dotted(0, depth),
            NumberStyle.Roman => depth == 0 ? Romans[(_counts[0] - 1) % Romans.Length] : Dotted(1, depth),
            NumberStyle.Lettered => depth switch
            {
                0 => Romans[(_counts[0] - 1) % Romans.Length],
                1 => Number(1),
                2 => $"{(char)('a' + ((_counts[2] - 1) % 26))})",
                _ => "-",
            },
            NumberStyle.Bullets => depth switch { 0 => ((char)('A' + ((_counts[0] - 1) % 8))).ToString(), 1 => Number(1), 2 => "-", _ => "+" },
            _ => throw new InvalidOperationException($"Unknown style {style}."),
        };
    }

    private string Dotted(int from, int to) => string.Join('.', Enumerable.Range(from, to - from + 1).Select(Number));

    private string Number(int depth) => Math.Max(1, _counts[depth]).ToString(CultureInfo.InvariantCulture);
}
