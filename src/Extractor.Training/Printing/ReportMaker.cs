using System.Collections.Immutable;
using System.Globalization;
using Extractor.Evaluation;
using Extractor.Models;
using Extractor.Tables;
using Extractor.Training.Forms;
using Extractor.Training.Synthesis;
using Extractor.Values;

namespace Extractor.Training.Printing;

/// <summary>Fills a labelled form with figures of an invented agency: the form's labels stay, everything else may differ from report to report.</summary>
internal static class ReportMaker
{
    private const int Blanks = 10;
    private const double Dash = 0.02;
    private const double Retold = 0.06;
    private const double ToldOtherwise = 0.1;
    private static readonly (string Name, string Short)[] Agencies =
        [("XÃ MINH TÂN", "xã Minh Tân"), ("PHƯỜNG TÂN LẬP", "phường Tân Lập"), ("HUYỆN KIẾN XƯƠNG", "huyện Kiến Xương"), ("TỈNH THÁI BÌNH", "tỉnh Thái Bình")];

    /// <summary>A report on a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="schema">Schema with its rules.</param>
    /// <param name="random">Decides everything else.</param>
    public static PrintedReport Make(LabelledForm form, IndicatorSchema schema, SeededRandom random)
    {
        var style = FigureStyle.Choose(random);
        Dictionary<string, decimal> figures = Invent(form, schema, random);
        var rows = ImmutableArray.CreateBuilder<GoldRow>();
        var tables = ImmutableArray.CreateBuilder<PrintedTable>();
        using IEnumerator<ImmutableArray<string?>> codes = ((IEnumerable<ImmutableArray<string?>>)form.Codes).GetEnumerator();
        foreach (StatisticalTable table in form.Tables)
        {
            int first = rows.Count;
            foreach (StatisticalRow row in table.Rows)
            {
                codes.MoveNext();
                rows.Add(Fill(row, codes.Current, schema, figures, style, random));
            }

            tables.Add(new PrintedTable(table.Caption, [.. rows.Skip(first).Select(PrintedRow.Of)]));
        }

        (string name, string shortName) = random.Pick(Agencies);
        int year = 2018 + random.Below(9);
        ImmutableArray<GoldRow> all = rows.ToImmutable();
        ImmutableArray<string> prose = Retell(all, schema, random);
        var gold = new GoldReport(
            form.Name, all, ImmutableDictionary<string, IndicatorValue>.Empty, ImmutableDictionary<string, IndicatorValue>.Empty,
            ImmutableDictionary<string, string>.Empty, new ReportPeriod(PeriodKind.Year, year, null));
        return new PrintedReport(
            gold,
            ["ỦY BAN NHÂN DÂN", name, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", $"Số: {10 + random.Below(300)}/BC-UBND", "BÁO CÁO", $"{schema.Title.Vi} năm {year}"],
            [$"UBND {shortName} báo cáo kết quả như sau:", .. prose],
            tables.ToImmutable(),
            TableLayout.Choose(random, all.Any(r => r.Note.Length > 0)));
    }

    private static Dictionary<string, decimal> Invent(LabelledForm form, IndicatorSchema schema, SeededRandom random)
    {
        var figures = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach ((StatisticalRow row, ImmutableArray<string?> codes) in form.Rows)
        {
            if (codes[0] is { } code && schema.Find(code) is { } indicator && indicator.Kind is not (ValueKind.Heading or ValueKind.Ratio)
                && !new CellContext(indicator, row.Unit.Text, null).IsCoded && random.Below(Blanks) > 0)
            {
                figures.TryAdd(code, indicator.Kind == ValueKind.Percent ? random.Below(101) : Count(random));
            }
        }

        return FigureKeeper.Keep(schema, figures, random);
    }

    // Counts of offices spread over their orders of size.
    private static decimal Count(SeededRandom random) => random.Below(5) switch
    {
        0 => random.Below(10),
        1 => random.Below(100),
        2 or 3 => random.Below(1000),
        _ => random.Below(30_000),
    };

    private static GoldRow Fill(
        StatisticalRow row, ImmutableArray<string?> codes, IndicatorSchema schema, Dictionary<string, decimal> figures, FigureStyle style, SeededRandom random)
    {
        Indicator? indicator = codes[0] is { } code ? schema.Find(code) : null;
        bool isHeading = row.Unit.Text.Length == 0 && row.Value.Text.Length == 0;
        (string printed, IndicatorValue? truth) = isHeading ? ("", null) : Figure(row, indicator, figures, style, random);
        return new GoldRow(row.Stt, row.Group, row.Label.Text, row.Unit.Text, printed, row.Note.Text, codes[0], [.. codes.Skip(1)], truth);
    }

    private static (string Printed, IndicatorValue? Truth) Figure(
        StatisticalRow row, Indicator? indicator, Dictionary<string, decimal> figures, FigureStyle style, SeededRandom random)
    {
        var context = new CellContext(indicator, row.Unit.Text, null);
        if (context.IsCoded && !context.Options.IsEmpty)
        {
            int option = random.Pick(context.Options).Code;
            return (option.ToString(CultureInfo.InvariantCulture), new NumberValue(option));
        }

        if (indicator?.Kind == ValueKind.Ratio)
        {
            int whole = 2 + random.Below(40), part = random.Below(whole + 1);
            return ($"{part}/{whole}", new RatioValue(part, whole));
        }

        decimal figure = Count(random);
        if (indicator is not null && !figures.TryGetValue(indicator.Code, out figure) && indicator.Kind != ValueKind.Heading)
        {
            return ("", null);
        }

        return indicator is not null && random.Chance(Dash)
            ? ("-", null)
            : (style.Print(figure, indicator?.Kind ?? ValueKind.Count, row.Unit.Text, random), new NumberValue(figure));
    }

    // Offices retell some of their figures in the prose, and now and then count something slightly different there.
    private static ImmutableArray<string> Retell(ImmutableArray<GoldRow> rows, IndicatorSchema schema, SeededRandom random)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (GoldRow row in rows)
        {
            if (row.Code is { } code && row.Truth is NumberValue { Number: > 0 } figure && schema.Find(code) is { Kind: ValueKind.Count } indicator && random.Chance(Retold))
            {
                decimal told = random.Chance(ToldOtherwise) ? figure.Number + 1 + random.Below(20) : figure.Number;
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"- {indicator.Name.Vi}: {told} {row.Unit.ToLowerInvariant()}."));
            }
        }

        return lines.ToImmutable();
    }
}
