using System.Collections.Immutable;
using Extractor.Models;
using Extractor.Validation;

namespace Extractor.Tests.Validation;

public sealed class SeriesValidatorTests
{
    private static readonly IndicatorSchema Schema = FamilyCatalog.Load(FamilyCatalog.Names[0]);

    [Fact]
    public void What_is_carried_over_is_what_was_pending()
    {
        ExtractionResult first = Report("UBND xã A", new ReportPeriod(PeriodKind.Quarter, 2023, 1), ("dossiers.pending", 12));

        Assert.Empty(Check(first, Report("UBND xã A", new ReportPeriod(PeriodKind.Quarter, 2023, 2), ("dossiers.carried_over", 12))));
        SeriesFinding finding = Assert.Single(Check(first, Report("UBND xã A", new ReportPeriod(PeriodKind.Quarter, 2023, 2), ("dossiers.carried_over", 15))));

        Assert.Equal(("R07", 15m, 12m), (finding.Finding.Rule, finding.Finding.Stated, finding.Finding.Derived));
        Assert.Contains("quý 2/2023", finding.Finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_told_of_other_agencies_periods_apart_or_missing_figures()
    {
        ExtractionResult first = Report("UBND xã A", new ReportPeriod(PeriodKind.Quarter, 2023, 1), ("dossiers.pending", 12));

        Assert.Empty(Check(first, Report("UBND xã B", new ReportPeriod(PeriodKind.Quarter, 2023, 2), ("dossiers.carried_over", 15))));
        Assert.Empty(Check(first, Report("UBND xã A", new ReportPeriod(PeriodKind.Quarter, 2023, 3), ("dossiers.carried_over", 15))));
        Assert.Empty(Check(first, Report("UBND xã A", new ReportPeriod(PeriodKind.Quarter, 2023, 2), ("dossiers.received", 15))));
    }

    [Fact]
    public void A_cumulative_figure_does_not_fall_within_a_year()
    {
        ExtractionResult half = Report("UBND xã A", new ReportPeriod(PeriodKind.SixMonths, 2023), ("dossiers.received", 500));

        Assert.Empty(Check(half, Report("UBND xã A", new ReportPeriod(PeriodKind.NineMonths, 2023), ("dossiers.received", 500))));
        Assert.Empty(Check(half, Report("UBND xã A", new ReportPeriod(PeriodKind.NineMonths, 2024), ("dossiers.received", 100))));
        Assert.Equal("R25", Assert.Single(Check(half, Report("UBND xã A", new ReportPeriod(PeriodKind.NineMonths, 2023), ("dossiers.received", 499)))).Finding.Rule);
    }

    [Fact]
    public void Quarters_add_up_for_flows_and_the_last_counts_for_stocks()
    {
        ExtractionResult[] quarters =
        [
            Report("UBND xã A", new ReportPeriod(PeriodKind.Quarter, 2023, 1), ("dossiers.received", 100), ("apparatus.staff.present", 20)),
            Report("UBND xã A", new ReportPeriod(PeriodKind.Quarter, 2023, 2), ("dossiers.received", 150), ("apparatus.staff.present", 21)),
        ];

        Assert.Empty(Check([.. quarters, Report("UBND xã A", new ReportPeriod(PeriodKind.SixMonths, 2023), ("dossiers.received", 250), ("apparatus.staff.present", 21))]));
        Assert.Empty(Check(quarters[1], Report("UBND xã A", new ReportPeriod(PeriodKind.SixMonths, 2023), ("dossiers.received", 999))));
        ImmutableArray<SeriesFinding> findings =
            Check([.. quarters, Report("UBND xã A", new ReportPeriod(PeriodKind.SixMonths, 2023), ("dossiers.received", 240), ("apparatus.staff.present", 20))]);

        Assert.Equal(["R26", "R26"], findings.Select(f => f.Finding.Rule));
        Assert.Equal([250m, 21m], findings.Select(f => f.Finding.Derived!.Value));
    }

    private static ImmutableArray<SeriesFinding> Check(params ExtractionResult[] results) => SeriesValidator.Check(results, Schema, UserLanguage.Vietnamese);

    private static ExtractionResult Report(string agency, ReportPeriod period, params (string Code, decimal Value)[] figures) => new(
        new SchemaReference(Schema.Family, Schema.Version),
        new DocumentInfo("a.docx", new string('0', 64), FileFormat.Docx, 1, null),
        new ReportHead(
            Models.Stated.Missing<string>(), Stated(agency), Stated("UBND huyện M"), Models.Stated.Missing<string>(), Models.Stated.Missing<DateOnly?>(), Stated(period),
            Models.Stated.Missing<AdministrativeLevel?>(), Models.Stated.Missing<string>(), Models.Stated.Missing<string>(), Models.Stated.Missing<ImmutableArray<string>>()),
        [.. figures.Select(f => new Field(f.Code, "", ValueKind.Count, null, new NumberValue(f.Value), "", FieldStatus.Reported, Confidence.Full, [], [], [], []))],
        [], [], [], new Coverage(null, 0, 0, 0, 0, []));

    private static Stated<T> Stated<T>(T value) => new(value, Confidence.Full, []);
}
