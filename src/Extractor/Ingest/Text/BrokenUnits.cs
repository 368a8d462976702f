namespace Extractor.Ingest.Text;

/// <summary>Puts units together again that a page break cuts: "Cơ quan, đơn" above the repeated headings, "vị" below them.</summary>
internal static class BrokenUnits
{
    private const int MostWordsAbove = 4;
    private const int MostWordsBelow = 2;

    /// <summary>Moves the end of each such unit up to its beginning.</summary>
    /// <param name="body">Lines of the table.</param>
    /// <param name="vocabulary">What units look like.</param>
    public static void Join(List<BodyLine> body, TableVocabulary vocabulary)
    {
        for (int i = 0; i < body.Count; i++)
        {
            if (body[i].Kind != BodyLineKind.RepeatedHeading)
            {
                continue;
            }

            int above = body.FindLastIndex(i, i + 1, static line => line.Kind == BodyLineKind.Text && !line.Line.IsBlank);
            int below = body.FindIndex(i, static line => line.Kind == BodyLineKind.Text && !line.Line.IsBlank);
            if (above >= 0 && below >= 0 && IsOneUnit(body[above].Line.Text, body[below].Line.Text, vocabulary))
            {
                TextLine line = body[above].Line;
                body[above] = body[above] with { Line = line with { Text = $"{line.Text} {body[below].Line.Text}" } };
                body.RemoveAt(below);
            }
        }
    }

    private static bool IsOneUnit(string above, string below, TableVocabulary vocabulary)
    {
        if (!char.IsLower(below[0]) || below.Count(static c => c == ' ') >= MostWordsBelow)
        {
            return false;
        }

        string[] words = above.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int count = 1; count <= Math.Min(MostWordsAbove, words.Length); count++)
        {
            string start = string.Join(' ', words[^count..]);
            if (char.IsUpper(start[0]) && !vocabulary.IsUnit(FoldedText.Letters(start)) && vocabulary.IsUnit(FoldedText.Letters(start + below)))
            {
                return true;
            }
        }

        return false;
    }
}
