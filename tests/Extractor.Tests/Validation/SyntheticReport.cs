using System.Collections.Immutable;
using System.Globalization;
using Extractor.Mapping;
using Extractor.Metadata;
using Extractor.Models;
using Extractor.Narrative;
using Extractor.Results;
using Extractor.Tables;
using Extractor.Tests.Mapping;
using Extractor.Validation;
using Extractor.Values;

namespace Extractor.Tests.Validation;

/// <summary>
/// An invented report on a known form whose figures keep every rule; cells can be overwritten to plant errors. Like real ones, most retell some of their
/// dossier figures in the prose.
/// </summary>
internal sealed class SyntheticReport
{
    private static readonly IndicatorSchema Schema = FamilyCatalog.Load(FamilyCatalog.Names[0]);
    private static readonly ReportValidator Validator = new(new ValidationOptions());
    private const string Retold = "dossiers.";
    private readonly ImmutableArray<NarrativeFact> _told;
    private readonly GoldRows _form;
    private readonly AdministrativeLevel _level;

    public SyntheticReport(string form, Random random)
    {
        _form = GoldRows.Read(form);
        _level = form.StartsWith("tinh", StringComparison.Ordinal) ? AdministrativeLevel.Province
            : form.StartsWith("huyen", StringComparison.Ordinal) ? AdministrativeLevel.District
            : form.StartsWith("so-", StringComparison.Ordinal) ? AdministrativeLevel.Department : AdministrativeLevel.Commune;
        Codes = [.. _form.Codes.Select(c => c[0])];
        var figures = new ConsistentFigures(Codes.OfType<string>(), _level == AdministrativeLevel.Commune, random);
        string[] units = [.. _form.Tables.SelectMany(t => t.Rows).Select(r => r.Unit.Text)];
        Cells = [.. Codes.Select((code, i) => Write(code, units[i], figures, random))];
        Frame = SyntheticFrame.Make(random);
        bool hasProse = random.Next(4) > 0;
        _told = [.. Codes.OfType<string>().Distinct()
            .Where(code => hasProse && code.StartsWith(Retold, StringComparison.Ordinal) && KindOf(code) == ValueKind.Count && figures[code] is >= 0 && random.Next(2) == 0)
            .Where(code => _level != AdministrativeLevel.Commune || !code.Contains(".district", StringComparison.Ordinal))
            .Select(code => new NarrativeFact(Schema.Find(code)!, new NumberValue(figures[code]!.Value), 0, 0, 1, new Confidence(0.95), []))];
    }

    public static IEnumerable<string> Forms =>
        Fixtures.Reports.Concat(Directory.EnumerateFiles(Path.Combine(Fixtures.Root, "forms"), "*.csv").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal));

    public ImmutableArray<string?> Codes { get; }

    /// <summary>Head, prose and the line above the appendix; faults can be planted in it.</summary>
    public SyntheticFrame Frame { get; set; }

    /// <summary>Printed figures, row by row.</summary>
    public string[] Cells { get; }

    public static int IndexOf(string code) => Schema.Indicators.IndexOf(Schema.Find(code)!);

    public static ValueKind KindOf(string code) => Schema.Find(code)!.Kind;

    public ValidationReport Validate()
    {
        (ImmutableArray<RowChoice> choices, IReadOnlyList<Statement> statements) = Read();
        return Validator.Validate(new ReportContent(Frame.Document, HeadText.Of(Frame.Document), Frame.Head(_level), _form.Tables, choices, statements), Schema);
    }

    private (ImmutableArray<RowChoice> Choices, IReadOnlyList<Statement> Statements) Read()
    {
        var choices = ImmutableArray.CreateBuilder<RowChoice>();
        foreach (StatisticalRow row in _form.Tables.SelectMany(t => t.Rows))
        {
            int at = choices.Count;
            var filled = new StatisticalRow
            {
                Table = row.Table,
                Row = row.Row,
                Stt = row.Stt,
                Group = row.Group,
                Label = row.Label,
                Unit = row.Unit,
                Value = new PlacedText(Cells[at]),
                Note = PlacedText.Empty,
            };
            choices.Add(new RowChoice(filled, Codes[at] is { } code ? Schema.Find(code) : null, Confidence.Full, []));
        }

        ImmutableArray<RowChoice> all = choices.ToImmutable();
        return (all, StatementReader.Read(Frame.Document, all, [], _told));
    }

    private string Write(string? code, string unit, ConsistentFigures figures, Random random)
    {
        Indicator? indicator = code is null ? null : Schema.Find(code);
        bool isExempt = _level == AdministrativeLevel.Commune && code is not null && code.Contains(".district", StringComparison.Ordinal);
        if (indicator is null || indicator.Kind == ValueKind.Heading || isExempt || random.Next(8) == 0)
        {
            return "";
        }

        decimal value = figures[indicator.Code] ?? indicator.Kind switch
        {
            ValueKind.Boolean or ValueKind.Enum => new CellContext(indicator, unit, null).Options is { IsEmpty: false } options ? options[random.Next(options.Length)].Code : 0,
            ValueKind.Percent => random.Next(2, 100),
            _ => random.Next(40),
        };
        return value < 0 ? "-" : indicator.Kind == ValueKind.Ratio ? "5/5" : Print(value, random);
    }

    private static string Print(decimal value, Random random) => value >= 1000 && random.Next(2) == 0
        ? value.ToString("#,0.##", CultureInfo.GetCultureInfo("vi-VN"))
        : value.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',');
}
