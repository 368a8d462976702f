using System.Text;

namespace Extractor.Ingest.Docx;

/// <summary>Formulas on one line: a fraction becomes "a/b", everything else its characters in order.</summary>
internal static class FormulaText
{
    /// <summary>Reads the current element of the math vocabulary.</summary>
    public static string Read(WordXml xml)
    {
        var text = new StringBuilder();
        Append(xml, text);

        return text.ToString();
    }

    private static void Append(WordXml xml, StringBuilder text)
    {
        int depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            switch (xml.Name)
            {
                case "t":
                    xml.ReadText(text);
                    break;
                case "den":
                    text.Append('/');
                    Append(xml, text);
                    break;
                default:
                    Append(xml, text);
                    break;
            }
        }
    }
}
