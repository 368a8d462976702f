using System.Globalization;
using Extractor.Cli.Terminals;
using Extractor.Models;

namespace Extractor.Cli.Extract;

/// <summary>A result as people read it: one line an indicator.</summary>
/// <param name="language">Language of headings and names.</param>
/// <param name="width">Columns of the screen; null writes everything in full.</param>
/// <param name="useColour">Whether doubtful values are coloured.</param>
internal sealed class ResultTable(UserLanguage language, int? width, bool useColour)
{
    private const double Doubtful = 0.8;
    private const int Gaps = 8;

    private sealed record Line(string Code, string Name, string Value, string Confidence, string Page, bool IsDoubtful)
    {
        /// <summary>Title above the line; null if none.</summary>
        public string? Title { get; init; }
    }

    public void Write(TextWriter writer, string path, ExtractionResult result)
    {
        writer.WriteLine(path);
        WriteHead(writer, result.Report);
        if (result.Fields.IsEmpty)
        {
            writer.WriteLine(Texts.NoFields.In(language));
        }
        else
        {
            WriteLines(writer, [Heading(), .. result.Fields.Select((field, i) => LineOf(field) with { Title = TitleOf(field, i == 0 ? null : result.Fields[i - 1]) })]);
        }

        foreach (UnreadPart part in result.Coverage.Unread)
        {
            writer.WriteLine($"! {(part.Page is { } page ? $"{Texts.Page.In(language)} {page}: " : "")}{part.Message}");
        }

        Coverage coverage = result.Coverage;
        writer.WriteLine(Texts.Summary(
            result.Fields.Length, coverage.Rows, coverage.RowsMapped, result.Findings.Length, coverage.Unread.Length).In(language));
        writer.WriteLine();
    }

    private static void WriteHead(TextWriter writer, ReportHead head)
    {
        string?[] parts =
        [
            head.Agency.Value, head.Number.Value, head.IssuedOn.Value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            head.Title.Value?.ReplaceLineEndings(" "),
        ];
        string line = string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
        if (line.Length > 0)
        {
            writer.WriteLine(line);
        }
    }

    private void WriteLines(TextWriter writer, List<Line> lines)
    {
        int code = Widest(lines, line => line.Code);
        int value = Widest(lines, line => line.Value);
        int confidence = Widest(lines, line => line.Confidence);
        int page = Widest(lines, line => line.Page);
        int name = Widest(lines, line => line.Name);
        if (width is { } columns)
        {
            // Values are never cut; the code keeps at most a third of the screen and the name takes what is left.
            code = Math.Min(code, Math.Max(columns / 3, 12));
            name = Math.Min(name, Math.Max(columns - Gaps - code - value - confidence - page, 10));
        }

        foreach (Line line in lines)
        {
            if (line.Title is { } title)
            {
                writer.WriteLine(width is { } room ? TextWidth.Fit(title, room).TrimEnd() : title);
            }

            string text = string.Join("  ",
                TextWidth.Fit(line.Code, code), TextWidth.Fit(line.Name, name), Right(line.Value, value),
                Right(line.Confidence, confidence), Right(line.Page, page));
            writer.WriteLine(useColour && line.IsDoubtful ? $"\u001B[33m{text}\u001B[0m" : text);
        }
    }

    private Line Heading() => new(
        Texts.Code.In(language), Texts.Name.In(language), Texts.Value.In(language), Texts.Confidence.In(language), Texts.Page.In(language), false);

    private static Line LineOf(Field field) => new(
        field.Code,
        field.Name,
        field.Value switch
        {
            NumberValue number => number.Number.ToString(CultureInfo.InvariantCulture),
            RatioValue ratio => string.Create(CultureInfo.InvariantCulture, $"{ratio.Numerator}/{ratio.Denominator}"),
            null => field.Status switch { FieldStatus.Blank => "", FieldStatus.NotReported => "-", _ => "?" },
            _ => throw new InvalidOperationException($"Unknown value {field.Value.GetType().Name}."),
        },
        field.Confidence.Value.ToString("0.000", CultureInfo.InvariantCulture),
        field.Evidence.Select(e => e.Page).FirstOrDefault(p => p is not null)?.ToString(CultureInfo.InvariantCulture) ?? "",
        field.Confidence.Value < Doubtful);

    // Figures of the items of crossed tables stand under the item they are about.
    private static string? TitleOf(Field field, Field? above) =>
        field.Item is null || field.Item.Equals(above?.Item) ? null : $"— {string.Join(" › ", field.Item.Path.Append(field.Item.Label))}";

    private static int Widest(List<Line> lines, Func<Line, string> cell) => lines.Max(line => TextWidth.Of(cell(line)));

    private static string Right(string text, int columns) => new string(' ', Math.Max(columns - TextWidth.Of(text), 0)) + text;
}
