using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Extractor.Models;

namespace Extractor.Storage.Tests;

/// <summary>A file made of a word, and results that could have been read from it.</summary>
internal sealed record SampleFile(string Content)
{
    public byte[] Bytes => Encoding.UTF8.GetBytes(Content);

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Bytes));

    public byte[] Result(
        string agency = "UBND phường Hồng Hải", int? year = 2023, PeriodKind kind = PeriodKind.Year, AdministrativeLevel level = AdministrativeLevel.Commune,
        (string Code, IndicatorValue Value, double Confidence)[]? values = null, Severity[]? findings = null, string[]? warnings = null)
    {
        ImmutableArray<Evidence> evidence = [new Evidence(EvidenceSource.Table, null, "479", 9, new Box(1, 2, 3, 4), Confidence.Full) { Table = 0, Row = 35, Column = 3 }];
        values ??= [("a.received", new NumberValue(479), 0.99), ("a.rate", new RatioValue(10, 10), 0.95)];
        return ExtractorJson.Serialize(new ExtractionResult(
            new SchemaReference("test", 1),
            new DocumentInfo(Content + ".docx", Sha256, FileFormat.Docx, Bytes.Length, null),
            new ReportHead(
                Said("BÁO CÁO"), Said(agency), Stated.Missing<string>(), Said("282/BC-UBND"), new(new DateOnly(2023, 12, 15), Confidence.Full, []),
                new(year is { } y ? new ReportPeriod(kind, y) : null, Confidence.Full, []), new(level, Confidence.Full, []), Stated.Missing<string>(),
                Stated.Missing<string>(), Stated.Missing<ImmutableArray<string>>()),
            [.. values.Select(value => new Field(
                value.Code, value.Code, ValueKind.Count, "dossier", value.Value, "479", FieldStatus.Reported, new Confidence(value.Confidence), evidence,
                [], [], []))],
            [],
            [.. (findings ?? []).Select((severity, i) => new Finding($"R01#{i}", "R01", severity, "", []))],
            [.. (warnings ?? []).Select(code => new Warning(code, ""))],
            new Coverage(null, 1, 2, 2, 0, [])));
    }

    private static Stated<string> Said(string text) => new(text, Confidence.Full, []);
}
