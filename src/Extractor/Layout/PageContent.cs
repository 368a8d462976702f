namespace Extractor.Layout;

/// <summary>What stands on one page, wherever it was read from.</summary>
/// <param name="Number">Page, from 1.</param>
/// <param name="Width">Width in points.</param>
/// <param name="Height">Height in points.</param>
/// <param name="Words">Words in any order.</param>
/// <param name="Rules">Drawn lines in any order.</param>
internal sealed record PageContent(int Number, double Width, double Height, IReadOnlyList<Word> Words, IReadOnlyList<Rule> Rules);
