using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Values;

/// <summary>Reads the breakdown that a note gives of its row's figure ("- NCC: 17 - BTXH: 02").</summary>
internal static class NoteReader
{
    /// <summary>The items, where they add up to the value and so support it; otherwise none, since a note can count anything.</summary>
    public static ImmutableArray<Part> Read(PlacedText note, IndicatorValue? value)
    {
        ArgumentNullException.ThrowIfNull(note);
        return value is NumberValue number && ItemList.Read(note.Text) is { } list && list.Sum == number.Number ? list.Items : [];
    }
}
