using System.Collections.Immutable;
using System.Text;

namespace Extractor.Normalisation;

/// <summary>Mends look-alike letters and composes a text while its words keep their places.</summary>
internal static class PlacedTextNormaliser
{
    /// <summary>The text in its normal form; the same instance if it already is.</summary>
    public static PlacedText Normalise(PlacedText placed)
    {
        string mended = LookAlikes.Mend(placed.Text);
        string composed = NfcText.Of(mended);
        if (ReferenceEquals(composed, placed.Text))
        {
            return placed;
        }

        // Mending keeps every offset; composing shortens words and is done word by word.
        return composed.Length == placed.Text.Length || placed.Words.IsEmpty
            ? new PlacedText(composed, placed.Words, placed.NoteMarks)
            : ComposeByWord(mended, placed);
    }

    private static PlacedText ComposeByWord(string text, PlacedText placed)
    {
        var composed = new StringBuilder(text.Length);
        var words = ImmutableArray.CreateBuilder<PlacedWord>(placed.Words.Length);
        int done = 0;
        foreach (PlacedWord word in placed.Words)
        {
            composed.Append(NfcText.Of(text[done..word.Start]));
            string letters = NfcText.Of(text.Substring(word.Start, word.Length));
            words.Add(word with { Start = composed.Length, Length = letters.Length });
            composed.Append(letters);
            done = word.Start + word.Length;
        }

        composed.Append(NfcText.Of(text[done..]));
        return new PlacedText(composed.ToString(), words.MoveToImmutable(), placed.NoteMarks);
    }
}
