using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor;

/// <summary>Text in NFC whose words know where they stand on the pages; without words where the format has no pages.</summary>
public sealed class PlacedText
{
    /// <summary>Joins a text with its words.</summary>
    /// <param name="text">The text; lines of one paragraph joined by a space, paragraphs of one cell by a line feed.</param>
    /// <param name="words">Places in order of <see cref="PlacedWord.Start"/>, not overlapping; empty for formats without pages.</param>
    /// <param name="noteMarks">Marks of the notes the text refers to; the marks themselves are no part of the text.</param>
    /// <exception cref="ArgumentException">A word lies outside the text or before the one in front of it.</exception>
    public PlacedText(string text, ImmutableArray<PlacedWord> words = default, ImmutableArray<string> noteMarks = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        Words = words.IsDefault ? [] : words;
        NoteMarks = noteMarks.IsDefault ? [] : noteMarks;
        int end = 0;
        foreach (PlacedWord word in Words)
        {
            if (word.Start < end || word.Length <= 0 || word.Start + word.Length > text.Length)
            {
                throw new ArgumentException($"The word at {word.Start} of length {word.Length} does not fit the text.", nameof(words));
            }

            end = word.Start + word.Length;
        }
    }

    /// <summary>A text without characters.</summary>
    public static PlacedText Empty { get; } = new("");

    /// <summary>The characters, in NFC.</summary>
    public string Text { get; }

    /// <summary>Where the words stand.</summary>
    public ImmutableArray<PlacedWord> Words { get; }

    /// <summary>Marks of footnotes and endnotes referred to, in order.</summary>
    public ImmutableArray<string> NoteMarks { get; }

    /// <summary>Places of a span, one a page it touches, in order; empty where the format has no pages.</summary>
    public ImmutableArray<PageArea> Locate(int start, int length)
    {
        var areas = ImmutableArray.CreateBuilder<PageArea>();
        foreach (PlacedWord word in Words)
        {
            if (word.Start >= start + length || word.Start + word.Length <= start)
            {
                continue;
            }

            if (areas.Count > 0 && areas[^1].Page == word.Page)
            {
                areas[^1] = areas[^1] with { Box = areas[^1].Box.Union(word.Area) };
            }
            else
            {
                areas.Add(new PageArea(word.Page, word.Area));
            }
        }

        return areas.ToImmutable();
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>A word of a <see cref="PlacedText"/>.</summary>
/// <param name="Start">First character in the text.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Page">Page, from 1.</param>
/// <param name="Area">Rectangle on that page.</param>
/// <param name="Certainty">How sure the reading is: 1 for a text layer, less for OCR.</param>
public readonly record struct PlacedWord(int Start, int Length, int Page, Box Area, double Certainty = 1);

/// <summary>A rectangle on a page.</summary>
/// <param name="Page">Page, from 1.</param>
/// <param name="Box">Rectangle on that page.</param>
public readonly record struct PageArea(int Page, Box Box);
