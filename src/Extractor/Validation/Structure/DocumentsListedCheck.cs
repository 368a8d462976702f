using Extractor.Models;
using Extractor.Narrative;
using Extractor.Validation.Findings;
using Extractor.Values;

namespace Extractor.Validation.Structure;

/// <summary>"đã ban hành 03 văn bản: Kế hoạch số …; Công văn số …": the stated number is that of the documents listed.</summary>
internal sealed class DocumentsListedCheck : IFormCheck
{
    private const int FewestListed = 2;
    private static readonly string[] Nouns = ["văn bản", "kế hoạch", "quyết định", "công văn"];

    /// <inheritdoc/>
    public string Name => RuleStructures.DocumentsListed;

    /// <inheritdoc/>
    public IEnumerable<FindingDraft> Check(ReportContent content, SchemaRule rule)
    {
        foreach (Passage passage in PassageReader.Read(content.Document))
        {
            if (CountBeforeList(passage.Text) is not { } count)
            {
                continue;
            }

            int listed = CountNumbers(passage.Text.AsSpan(count.Colon));
            if (listed >= FewestListed && listed != count.Figure)
            {
                LocalText figure = PlaceNames.Figure(count.Figure);
                string quote = PlaceNames.Shorten(passage.Text[count.Start..]);
                yield return new FindingDraft(
                    rule.Id, rule.Severity,
                    new LocalText($"Ghi {figure.Vi} văn bản nhưng liệt kê {listed}: “{quote}”.", $"{figure.En} documents are stated and {listed} listed: “{quote}”."), [])
                {
                    Stated = count.Figure,
                    Derived = listed,
                };
            }
        }
    }

    // The figure, the noun, and a colon that opens a list to the end of the passage; "…" at the end leaves the list open.
    private static (decimal Figure, int Start, int Colon)? CountBeforeList(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || text.TrimEnd().EndsWith('…') || text.TrimEnd().EndsWith("...", StringComparison.Ordinal) || text.Contains("v.v", StringComparison.Ordinal))
        {
            return null;
        }

        for (int at = 0; at < colon; at++)
        {
            if (NumberReader.IsDigit(text[at]))
            {
                Figure figure = FigureReader.ReadAt(text, at, ordinaryBlankGroups: false);
                ReadOnlySpan<char> behind = text.AsSpan(Math.Min(figure.End, colon)..colon).Trim();
                foreach (string noun in Nouns)
                {
                    if (figure.Kind == FigureKind.Number && behind.StartsWith(noun, StringComparison.OrdinalIgnoreCase))
                    {
                        return (figure.Value, at, colon);
                    }
                }

                at = Math.Max(at, figure.End - 1);
            }
        }

        return null;
    }

    // "số 61/KH-UBND": a document is named by its number.
    private static int CountNumbers(ReadOnlySpan<char> list)
    {
        int count = 0;
        for (int at = list.IndexOf("số ", StringComparison.OrdinalIgnoreCase); at >= 0;)
        {
            ReadOnlySpan<char> rest = list[(at + 3)..].TrimStart();
            int digits = 0;
            while (digits < rest.Length && char.IsAsciiLetterOrDigit(rest[digits]))
            {
                digits++;
            }

            count += digits > 0 && char.IsAsciiDigit(rest[0]) && digits < rest.Length && rest[digits] is '/' or '-' ? 1 : 0;
            int next = list[(at + 3)..].IndexOf("số ", StringComparison.OrdinalIgnoreCase);
            at = next < 0 ? -1 : at + 3 + next;
        }

        return count;
    }
}
