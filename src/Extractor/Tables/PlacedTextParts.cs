using System.Collections.Immutable;

namespace Extractor.Tables;

/// <summary>Cuts a placed text so that the parts still know where they stand.</summary>
internal static class PlacedTextParts
{
    /// <summary>The part of a text; words that the cut divides go to the side where they start.</summary>
    public static PlacedText Slice(this PlacedText text, int start, int length)
    {
        var words = ImmutableArray.CreateBuilder<PlacedWord>();
        foreach (PlacedWord word in text.Words)
        {
            if (word.Start >= start && word.Start < start + length)
            {
                words.Add(word with { Start = word.Start - start, Length = Math.Min(word.Length, start + length - word.Start) });
            }
        }

        return new PlacedText(text.Text.Substring(start, length), words.ToImmutable(), text.NoteMarks);
    }
}
