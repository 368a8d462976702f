using System.Collections.Immutable;
using Extractor.Evaluation;
using Extractor.Models;

namespace Extractor.Tests.Variations;

/// <summary>The forms under tests/fixtures/forms as reports to be varied.</summary>
internal static class KnownForms
{
    /// <summary>Names of the forms that are one table.</summary>
    public static IEnumerable<string> OfOneTable =>
        Directory.EnumerateFiles(Path.Combine(Fixtures.Root, "forms"), "*.csv")
            .Where(path => CsvTable.Read(File.ReadAllText(path)).Select(row => row["table"]).Distinct().Count() == 1)
            .Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    /// <summary>A transcribed report or a form.</summary>
    public static GoldReport Read(string name) =>
        Fixtures.Reports.Contains(name) ? Fixtures.Gold(name) : ReadForm(name);

    private static GoldReport ReadForm(string name) => new(
        name, [.. CsvTable.Read(File.ReadAllText(Path.Combine(Fixtures.Root, "forms", name + ".csv"))).Select(ReadRow)],
        ImmutableDictionary<string, IndicatorValue>.Empty, ImmutableDictionary<string, IndicatorValue>.Empty,
        ImmutableDictionary<string, string>.Empty, new ReportPeriod(PeriodKind.Year, 2024, null));

    // The form holds no true values: a variation fills its own in.
    private static GoldRow ReadRow(IReadOnlyDictionary<string, string> row)
    {
        ImmutableArray<string?> codes = row["code"].Length == 0 ? [null] : [.. row["code"].Split('|')];
        bool holdsFigure = row["value"].Length > 0 && char.IsAsciiDigit(row["value"][0]);
        return new GoldRow(
            row["stt"], row["group"], row["label"], row["unit"], row["value"], row["note"], codes[0], [.. codes.Skip(1)],
            holdsFigure ? new NumberValue(0) : null);
    }
}
