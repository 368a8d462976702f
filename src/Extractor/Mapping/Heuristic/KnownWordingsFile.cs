using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Extractor.Mapping.Learned;
using Extractor.Models;

namespace Extractor.Mapping.Heuristic;

/// <summary>
/// The known wordings of a family as lines of cells with tabs between them, readable so that a change shows what it changes. The first line names the
/// words they were read from; with other words (an alias more, another model) the file is not used.
/// </summary>
internal static class KnownWordingsFile
{
    private const string Format = "extractor.known-wordings.1";

    /// <summary>The wordings that come with the product; null if it has none for this schema and what was learned.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static KnownWordings? Find(IndicatorSchema schema, ImmutableArray<LearnedWording> learned, ImmutableArray<ForeignWording> foreign)
    {
        using Stream? stream = typeof(KnownWordingsFile).Assembly.GetManifestResourceStream(NameOf(schema.Family));
        if (stream is null)
        {
            return null;
        }

        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Read(bytes, schema, WordingsPrint.Of(schema, learned, foreign));
    }

    /// <summary>Name of a family's file.</summary>
    public static string NameOf(string family) => $"wordings-{family}.tsv";

    /// <summary>The file's text.</summary>
    public static string Write(KnownWordings known, IndicatorSchema schema, ulong print)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Format}\t{print:x16}\n");
        foreach ((string seen, string meant) in known.Slips.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{KnownWordingsLine.Slip}\t{seen}\t{meant}\n");
        }

        int indicator = -1;
        foreach (Wording wording in known.Wordings)
        {
            while (indicator < wording.Indicator)
            {
                text.Append(CultureInfo.InvariantCulture, $"{KnownWordingsLine.Indicator}\t{schema.Indicators[++indicator].Code}\n");
            }

            char kind = wording.IsLocal ? KnownWordingsLine.LocalWording : KnownWordingsLine.Wording;
            text.Append(CultureInfo.InvariantCulture, $"{kind}\t{wording.Key}\t{Slots(wording.Contrasts)}\t{wording.Inherited:x}\t{Slots(wording.Refinements)}\n");
        }

        for (int phrase = 0; phrase < known.Foreign.Alone.Length + known.Foreign.Placed.Length; phrase++)
        {
            bool isAlone = phrase < known.Foreign.Alone.Length;
            string key = isAlone ? known.Foreign.Alone[phrase] : known.Foreign.Placed[phrase - known.Foreign.Alone.Length];
            text.Append(CultureInfo.InvariantCulture, $"{(isAlone ? KnownWordingsLine.ForeignAlone : KnownWordingsLine.ForeignPlaced)}\t{key}\t{Slots(known.Foreign.StatedBy(phrase))}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"{KnownWordingsLine.Keys}\n{known.Keys}").ToString();
    }

    /// <summary>The wordings of a file; null if it was made of other words.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="schema">The schema it is asked for.</param>
    /// <param name="print">Number of the schema's words and of what was learned.</param>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static KnownWordings? Read(ReadOnlySpan<byte> utf8, IndicatorSchema schema, ulong print)
    {
        int end = utf8.IndexOf((byte)'\n');
        if (end < 0 || !utf8[..end].SequenceEqual(Encoding.UTF8.GetBytes($"{Format}\t{print:x16}")))
        {
            return null;
        }

        var reader = new KnownWordingsReader(schema);
        utf8 = utf8[(end + 1)..];
        while ((end = utf8.IndexOf((byte)'\n')) >= 0 && utf8[..end] is not [(byte)KnownWordingsLine.Keys])
        {
            reader.Add(utf8[..end]);
            utf8 = utf8[(end + 1)..];
        }

        return end < 0 ? throw new InvalidDataException("The known wordings are damaged: they end too soon.") : reader.Finish(utf8[(end + 1)..]);
    }

    // "3:1 7:2": the slots that have a value.
    private static string Slots(ReadOnlySpan<ulong> values)
    {
        var text = new StringBuilder();
        for (int slot = 0; slot < values.Length; slot++)
        {
            if (values[slot] != 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{(text.Length > 0 ? " " : "")}{slot}:{values[slot]:x}");
            }
        }

        return text.ToString();
    }
}
