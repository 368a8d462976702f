using System.Collections.Immutable;
using System.Globalization;
using Extractor.Mapping.Learned;
using Extractor.Models;
using Extractor.Tables;
using Extractor.Training.Forms;

namespace Extractor.Training.Synthesis;

/// <summary>A table made from a schema, with the schema a mapper may know when it reads it: the wordings the table uses may be unknown, some indicators too.</summary>
/// <param name="Form">The table with its codes.</param>
/// <param name="Schema">The schema without the hidden indicators and without the aliases kept for the table.</param>
/// <param name="Wordings">The learned wordings that are not kept for the table.</param>
internal sealed record SyntheticForm(LabelledForm Form, IndicatorSchema Schema, ImmutableArray<LearnedWording> Wordings);

/// <summary>Makes synthetic tables: every way a form can differ, mixed in strength, the same for the same seed.</summary>
internal sealed class SyntheticFormMaker
{
    private const double KeptForTable = 0.35;
    private const string Caption = "Biểu số liệu năm 2023";

    // How offices name the figure they compare with.
    private static readonly ImmutableArray<string> EarlierPeriods =
        [" năm 2022", " năm 2022 (để so sánh)", " cùng kỳ năm trước", " cùng kỳ năm 2022", " (cùng kỳ)", " 6 tháng đầu năm 2022", " quý I/2022"];

    private readonly IndicatorSchema _schema;
    private readonly ImmutableArray<LearnedWording> _wordings;
    private readonly LabelPerturbation _perturbation;
    private readonly ImmutableArray<(string Label, string Unit)> _foreign;

    /// <summary>Prepares the tables of a schema.</summary>
    public SyntheticFormMaker(IndicatorSchema schema, ImmutableArray<LearnedWording> wordings)
    {
        _schema = schema;
        _wordings = wordings;
        _perturbation = new LabelPerturbation(schema);
        _foreign = ForeignVocabulary.Rows;
    }

    /// <summary>One table.</summary>
    public SyntheticForm Make(int number, ulong seed)
    {
        var random = new SeededRandom(seed + (0x51ED27UL * (ulong)(number + 1)));
        TableStyle style = TableStyle.Draw(random);
        HashSet<string> parents = [.. _schema.Indicators.Select(i => i.Parent).OfType<string>()];
        HashSet<string> hidden = [.. _schema.Indicators.Where(i => !parents.Contains(i.Code) && random.Chance(style.HiddenIndicators)).Select(i => i.Code)];
        ImmutableArray<bool> isKept = [.. _wordings.Select(_ => random.Chance(KeptForTable))];
        ILookup<string, string> kept = _wordings.Where((_, i) => isKept[i]).ToLookup(w => w.Code, w => w.Label, StringComparer.Ordinal);
        ImmutableArray<Indicator> known =
            [.. _schema.Indicators.Where(i => !hidden.Contains(i.Code)).Select(i => i with { Aliases = [.. i.Aliases.Where(_ => !random.Chance(KeptForTable))] })];
        HashSet<string> aliases = [.. known.SelectMany(i => i.Aliases)];

        var rows = ImmutableArray.CreateBuilder<StatisticalRow>();
        var codes = ImmutableArray.CreateBuilder<ImmutableArray<string?>>();
        var numbers = new RowNumbers(style.Numbers);
        foreach (Indicator indicator in Chosen(style, random))
        {
            ImmutableArray<string> unknown = [.. kept[indicator.Code], .. indicator.Aliases.Where(a => !aliases.Contains(a))];
            string wording = unknown.Length > 0 && random.Chance(0.75) ? random.Pick(unknown) : indicator.Name.Vi;
            if (wording == indicator.Name.Vi && indicator.Parent is not null && random.Chance(style.ShortChildren))
            {
                wording = WithoutParent(wording, _schema.Find(indicator.Parent)!.Name.Vi);
            }

            int depth = DepthOf(indicator);
            string label = _perturbation.Apply(wording, style, random);
            bool isHeading = indicator.Kind == ValueKind.Heading;
            label = isHeading && depth == 0 && style.CapitalHeadings ? label.ToUpperInvariant() : label;
            rows.Add(CreateRow(rows.Count, numbers.Next(depth), label, UnitOf(indicator, style, random), ValueOf(indicator, random)));
            codes.Add([hidden.Contains(indicator.Code) ? null : indicator.Code]);
            if (!isHeading && random.Chance(style.EarlierRows))
            {
                rows.Add(CreateRow(
                    rows.Count, numbers.Next(Math.Max(1, depth)), _perturbation.Apply(wording, style, random) + random.Pick(EarlierPeriods), UnitOf(indicator, style, random),
                    ValueOf(indicator, random)));
                codes.Add([null]);
            }

            if (random.Chance(style.ForeignRows))
            {
                (string foreign, string unit) = random.Pick(_foreign);
                rows.Add(CreateRow(
                    rows.Count, numbers.Next(Math.Max(1, depth)), _perturbation.Apply(foreign, style, random), style.HasUnits ? unit : "",
                    random.Below(900).ToString(CultureInfo.InvariantCulture)));
                codes.Add([null]);
            }
        }

        return new SyntheticForm(
            new LabelledForm(string.Create(CultureInfo.InvariantCulture, $"synthetic-{number}"), [new StatisticalTable(0, Caption, rows.ToImmutable())], codes.ToImmutable()),
            new IndicatorSchema(_schema.Family, _schema.Version, _schema.Title, known, _schema.Units, _schema.Contrasts, _schema.Synonyms),
            [.. _wordings.Where((w, i) => !isKept[i] && !hidden.Contains(w.Code))]);
    }

    // The sections of the form in their order or another one, rows dropped with everything below them or alone.
    private IEnumerable<Indicator> Chosen(TableStyle style, SeededRandom random)
    {
        var sections = new List<List<Indicator>>();
        foreach (Indicator indicator in _schema.Indicators)
        {
            if (sections.Count == 0 || (indicator.Parent is null && indicator.Kind == ValueKind.Heading))
            {
                sections.Add([]);
            }

            sections[^1].Add(indicator);
        }

        if (style.SwapsSections)
        {
            random.Shuffle(sections);
        }

        foreach (List<Indicator> section in sections)
        {
            if (random.Chance(0.1))
            {
                continue;
            }

            foreach (Indicator indicator in section)
            {
                if (!random.Chance(indicator.Kind == ValueKind.Heading ? style.DroppedRows / 3 : style.DroppedRows))
                {
                    yield return indicator;
                }
            }
        }
    }

    private int DepthOf(Indicator indicator)
    {
        int depth = indicator is { Parent: null, Kind: not ValueKind.Heading } ? 1 : 0;
        for (string? parent = indicator.Parent; parent is not null; parent = _schema.Find(parent)!.Parent)
        {
            depth++;
        }

        return depth;
    }

    private string UnitOf(Indicator indicator, TableStyle style, SeededRandom random)
    {
        if (!style.HasUnits || indicator.Unit is null)
        {
            return "";
        }

        if (!indicator.Options.IsEmpty)
        {
            return string.Join("; ", indicator.Options.Select(o => string.Create(CultureInfo.InvariantCulture, $"{o.Label} = {o.Code}")));
        }

        IndicatorUnit? unit = _schema.Units.FirstOrDefault(u => u.Key == indicator.Unit);
        return unit is null ? "" : random.Pick(unit.Printed);
    }

    private static string ValueOf(Indicator indicator, SeededRandom random) => indicator.Kind switch
    {
        ValueKind.Heading => "",
        ValueKind.Percent => random.Chance(0.3) ? "100" : string.Create(CultureInfo.InvariantCulture, $"{random.Below(100)},{random.Below(100):00}"),
        ValueKind.Ratio => string.Create(CultureInfo.InvariantCulture, $"{random.Below(20)}/{20 + random.Below(20)}"),
        ValueKind.Boolean or ValueKind.Enum => random.Below(Math.Max(2, indicator.Options.Length)).ToString(CultureInfo.InvariantCulture),
        ValueKind.Money => random.Below(90_000).ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.'),
        ValueKind.Count => random.Chance(0.2) ? "0" : random.Below(random.Chance(0.5) ? 60 : 5_000).ToString(CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(indicator), indicator.Kind, "Unknown kind of figure."),
    };

    // "Số hồ sơ tiếp nhận trực tiếp" below "Số hồ sơ tiếp nhận" is printed "Trực tiếp".
    private static string WithoutParent(string name, string parent)
    {
        var above = new List<string>(parent.ToLowerInvariant().Split(' '));
        string[] rest = [.. name.Split(' ').Where(word => !above.Remove(word.ToLowerInvariant()))];
        return rest.Length is > 0 and < 8 ? string.Join(' ', rest) : name;
    }

    private static StatisticalRow CreateRow(int row, string number, string label, string unit, string value) => new()
    {
        Table = 0,
        Row = row,
        Stt = number,
        Group = "",
        Label = new PlacedText(label),
        Unit = new PlacedText(unit),
        Value = new PlacedText(value),
        Note = new PlacedText(""),
    };
}
