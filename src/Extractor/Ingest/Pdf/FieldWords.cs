using Extractor.Layout;
using Extractor.Models;
using Extractor.Normalisation;
using Extractor.Pdf;

namespace Extractor.Ingest.Pdf;

/// <summary>Places the values of form fields that the file leaves to the viewer to draw.</summary>
internal static class FieldWords
{
    private const double LargestFont = 12;
    private const double SmallestFont = 4;

    // Of the height of a field of one line; what viewers choose.
    private const double FontShare = 0.7;

    /// <summary>Adds the words of each filled-in text field in whose place nothing is drawn.</summary>
    public static void Add(PdfPage page, List<Word> words)
    {
        foreach (PdfFormField field in page.FormFields)
        {
            if (field is { IsText: true, Value: { Length: > 0 } value, Area: { } area } && area.Width > 0 && area.Height > 0
                && !words.Exists(word => IsInside(word, area)))
            {
                Place(NfcText.Of(value).Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), area, words);
            }
        }
    }

    private static bool IsInside(Word word, PdfBox area) =>
        word.CenterX > area.Left && word.CenterX < area.Right && word.CenterY > area.Top && word.CenterY < area.Bottom;

    private static void Place(string[] lines, PdfBox area, List<Word> words)
    {
        double pitch = area.Height / Math.Max(1, lines.Length);
        int longest = lines.Select(static line => line.Length).DefaultIfEmpty(1).Max();
        double size = Math.Clamp(Math.Min(FontShare * pitch, 2 * area.Width / Math.Max(1, longest)), SmallestFont, LargestFont);
        for (int i = 0; i < lines.Length; i++)
        {
            double middle = area.Top + ((i + 0.5) * pitch);
            double letter = Math.Min(size / 2, area.Width / Math.Max(1, lines[i].Length));
            int start = 0;
            foreach (string word in lines[i].Split(' '))
            {
                if (word.Length > 0)
                {
                    double left = area.Left + (start * letter);
                    words.Add(new Word
                    {
                        Text = word,
                        Area = new Box(left, middle - (0.55 * size), left + (word.Length * letter), middle + (0.45 * size)),
                        Baseline = middle + (0.25 * size),
                        FontSize = size,
                    });
                }

                start += word.Length + 1;
            }
        }
    }
}
