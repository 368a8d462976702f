namespace Extractor.Ingest.Docx;

/// <summary>
/// Leaves table styles and the list of built-in styles out of a styles part before it is parsed: nothing is read of them, and they are most of it
/// (300 of 350 KB in the template of one widespread producer).
/// </summary>
internal static class UnreadStyles
{
    /// <summary>Closes up the bytes of a part and returns how many are left; a part that is written in another way stays as it is.</summary>
    public static int Cut(Span<byte> part)
    {
        // What stands in a comment or a character section is no element.
        if (part.IndexOf("<!"u8) >= 0)
        {
            return part.Length;
        }

        int kept = 0, at = 0;
        while (NextUnread(part, at) is var (start, end) && start >= 0)
        {
            part[at..start].CopyTo(part[kept..]);
            kept += start - at;
            at = end;
        }

        part[at..].CopyTo(part[kept..]);
        return kept + part.Length - at;
    }

    private static (int Start, int End) NextUnread(ReadOnlySpan<byte> part, int from)
    {
        for (int start = from; part[start..].IndexOf("<w:"u8) is >= 0 and var next; start++)
        {
            start += next;
            ReadOnlySpan<byte> element = part[start..];
            bool isStyle = element.StartsWith("<w:style "u8);
            if (!isStyle && !element.StartsWith("<w:latentStyles "u8))
            {
                continue;
            }

            int tagEnd = element.IndexOf((byte)'>');
            bool isUnread = tagEnd > 0 && element[tagEnd - 1] != '/' && (!isStyle || element[..tagEnd].IndexOf(" w:type=\"table\""u8) >= 0);
            ReadOnlySpan<byte> endTag = isStyle ? "</w:style>"u8 : "</w:latentStyles>"u8;
            int end = isUnread ? element.IndexOf(endTag) : 0;
            if (tagEnd < 0 || end < 0)
            {
                // No end: the parser will say what is wrong. Looking for the end of each of many such elements would take for ever.
                break;
            }

            if (isUnread)
            {
                return (start, start + end + endTag.Length);
            }
        }

        return (-1, -1);
    }
}
