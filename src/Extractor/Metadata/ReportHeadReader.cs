using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Metadata;

/// <summary>Reads what a report says of itself in letterhead, title and foot; every value is quoted, and what is not stated stays missing.</summary>
internal static class ReportHeadReader
{
    /// <summary>Reads the head in the text of a document that was normalised.</summary>
    public static ReportHead Read(HeadText head)
    {
        HeadRegions regions = HeadRegions.Find(head);
        ImmutableArray<HeadSpan> title = TitleReader.Find(head, regions);
        Author? author = AgencyReader.Read(head, regions);
        Stated<DateOnly?> issued = IssueDateReader.Read(head, regions);
        Stated<ReportPeriod> period = PeriodReader.Read(head, regions, title);
        (Stated<string> signerTitle, Stated<string> signer) = SignatureReader.Read(head, regions);

        return new ReportHead(
            TitleReader.Read(head, regions),
            author is null ? Stated.Missing<string>() : HeadValues.Of(head, author.Agency.Name, author.Agency.Spans, author.Confidence),
            ParentAgencyReader.Read(head, author, issued.Value ?? LastDay(period.Value)),
            DocumentNumberReader.Read(head, regions),
            issued,
            period,
            author is null
                ? Stated.Missing<AdministrativeLevel?>()
                : HeadValues.Of<AdministrativeLevel?>(head, author.Agency.Level, author.Agency.Spans, author.Confidence),
            signer,
            signerTitle,
            RecipientsReader.Read(head, regions));
    }

    private static DateOnly? LastDay(ReportPeriod? period) => period is null ? null : new DateOnly(period.Year, LastMonth(period), 28);

    private static int LastMonth(ReportPeriod period) => period.Kind switch
    {
        PeriodKind.Month => period.Month ?? 12,
        PeriodKind.Quarter => (period.Quarter ?? 4) * 3,
        PeriodKind.SixMonths => 6,
        PeriodKind.NineMonths => 9,
        _ => 12,
    };
}
