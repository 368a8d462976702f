using System.Collections.Immutable;

namespace Extractor.Tables;

/// <summary>Reads the title paragraphs above a table: "Phụ lục 1", "Biểu mẫu 3", the name in capitals, "(Kèm theo Báo cáo …)".</summary>
internal static class TableCaption
{
    private const int ParagraphsSearched = 6;
    private const int LongestTitle = 300;

    /// <summary>The title above the block at an index; empty if there is none.</summary>
    public static string Above(ImmutableArray<Block> blocks, int index, TableVocabulary vocabulary)
    {
        var lines = new List<string>();
        for (int i = index - 1; i >= 0 && i >= index - ParagraphsSearched; i--)
        {
            if (blocks[i] is not TextBlock paragraph)
            {
                break;
            }

            string text = paragraph.Text.Text.Trim();
            if (text.Length == 0 || (text[0] == '(' && text.Length < LongestTitle))
            {
                continue;
            }

            bool startsCaption = vocabulary.StartsCaption(SqueezedText.Of(text));
            if (text.Length > LongestTitle || !(startsCaption || LooksLikeTitle(text, paragraph.Style)))
            {
                break;
            }

            lines.Insert(0, text);
            if (startsCaption)
            {
                // The first line of a title stands on top; what is above it belongs to something else.
                if (i == 0 || blocks[i - 1] is not TextBlock above || !vocabulary.StartsCaption(SqueezedText.Of(above.Text.Text)))
                {
                    break;
                }
            }
        }

        return string.Join(' ', lines);
    }

    private static bool LooksLikeTitle(string text, TextStyle style)
    {
        if (style.IsBold || style.Alignment == TextAlignment.Center)
        {
            return text[^1] is not ('.' or ';' or ',');
        }

        int letters = 0, capitals = 0;
        foreach (char c in text)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return letters > 0 && capitals >= 0.7 * letters;
    }
}
