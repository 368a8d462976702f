using System.Collections.Immutable;
using System.Text;
using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Pages;

/// <summary>Names and values of form fields (ISO 32000-2, 12.7.4), and the fields that no page shows.</summary>
internal static class FormFields
{
    private const int LongestName = 4_096;
    private const int LongestValue = 1 << 20;

    /// <summary>The partial names from the root down, with points between.</summary>
    public static string NameOf(PdfDictionary field)
    {
        var parts = new Stack<string>();
        int length = 0;
        PdfDictionary? node = field;
        for (int depth = 0; node is not null && depth <= field.Objects.Budget.Options.MaxDepth && length < LongestName; depth++)
        {
            if (node.GetText("T") is { Length: > 0 } part)
            {
                parts.Push(part);
                length += part.Length;
            }

            node = node.GetDictionary("Parent");
        }

        return string.Join('.', parts);
    }

    /// <summary>The field's own or inherited value as text; null where nothing is filled in.</summary>
    public static string? ValueOf(PdfDictionary field)
    {
        PdfDictionary? node = field;
        for (int depth = 0; node is not null && depth <= field.Objects.Budget.Options.MaxDepth; depth++)
        {
            if (node.Contains("V"))
                return TextOf(node["V"]);
            node = node.GetDictionary("Parent");
        }

        return null;
    }

    /// <summary>Whether the field or its parents are of text or choices.</summary>
    public static bool IsText(PdfDictionary field) => KindOf(field) is "Tx" or "Ch";

    /// <summary>The field's own or inherited type.</summary>
    public static string? KindOf(PdfDictionary field)
    {
        PdfDictionary? node = field;
        for (int depth = 0; node is not null && depth <= field.Objects.Budget.Options.MaxDepth; depth++)
        {
            if (node.GetName("FT") is { } kind)
                return kind;
            node = node.GetDictionary("Parent");
        }

        return null;
    }

    /// <summary>Filled-in fields without a widget.</summary>
    public static ImmutableArray<PdfFormField> WithoutWidget(PdfDictionary? form)
    {
        if (form?.GetArray("Fields") is not { } roots)
            return [];
        ImmutableArray<PdfFormField>.Builder fields = ImmutableArray.CreateBuilder<PdfFormField>();
        var visited = new HashSet<PdfDictionary>();
        var pending = new Stack<PdfDictionary>();
        Push(pending, roots);
        while (pending.TryPop(out PdfDictionary? field))
        {
            form.Objects.Budget.CheckTime();
            if (!visited.Add(field))
                continue;
            if (field.GetArray("Kids") is { Count: > 0 } kids)
                Push(pending, kids);
            else if (!field.Contains("Rect") && ValueOf(field) is { } value)
                fields.Add(new PdfFormField(NameOf(field), value, null));
        }

        return fields.ToImmutable();
    }

    private static void Push(Stack<PdfDictionary> pending, PdfArray kids)
    {
        for (int i = kids.Count - 1; i >= 0; i--)
        {
            if (kids[i].AsDictionary() is { } kid)
                pending.Push(kid);
        }
    }

    private static string? TextOf(PdfValue value) => value.Kind switch
    {
        PdfKind.String => NullIfEmpty(value.AsText()!),
        PdfKind.Name => value.AsName() == "Off" ? null : NullIfEmpty(Utf8(value.AsName()!)),
        PdfKind.Array => NullIfEmpty(JoinChoices(value.AsArray()!)),
        PdfKind.Stream => StreamText(value.AsStream()!),
        _ => null,
    };

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    /// <summary>Names of choices are UTF-8 bytes, which the name table keeps one character each.</summary>
    private static string Utf8(string name) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(name));

    private static string JoinChoices(PdfArray choices)
    {
        var text = new StringBuilder();
        for (int i = 0; i < choices.Count && text.Length < LongestValue; i++)
        {
            if (choices[i].AsText() is { Length: > 0 } choice)
                text.Append(text.Length > 0 ? ", " : "").Append(choice);
        }

        return text.ToString();
    }

    private static string? StreamText(PdfStream stream)
    {
        using DecodedStream decoded = stream.Decode();
        return NullIfEmpty(PdfText.Decode(decoded.Span[..Math.Min(decoded.Length, LongestValue)]));
    }
}
