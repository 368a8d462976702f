using System.Collections.Immutable;
using System.Globalization;
using Extractor.Models;

namespace Extractor.Tests.Validation;

/// <summary>What stands around the tables of an invented report: its head, shares and lists of documents in the prose, and the line that ties the appendix to it.</summary>
internal sealed record SyntheticFrame(string Number, DateOnly IssuedOn, ReportPeriod Period, ImmutableArray<string> Prose, string Caption)
{
    private static readonly string[] Levels = ["Tiến sĩ", "Thạc sĩ", "Đại học", "Cao đẳng", "Trung cấp"];
    private static readonly string[] Kinds = ["Kế hoạch", "Quyết định", "Công văn", "Thông báo"];
    private static readonly string[] Links = [" = ", ", chiếm ", " (chiếm ", " - tỷ lệ "];

    /// <summary>The report without its tables; the first block is what facts of the prose refer to.</summary>
    public Document Document => new()
    {
        Format = FileFormat.Docx,
        Blocks = [.. Prose.Prepend("…").Append(Caption).Select(text => new TextBlock(new PlacedText(text), TextStyle.Plain))],
    };

    /// <summary>A frame without a fault.</summary>
    public static SyntheticFrame Make(Random random)
    {
        int year = random.Next(2018, 2027);
        ReportPeriod period = random.Next(4) switch
        {
            0 => new ReportPeriod(PeriodKind.Year, year),
            1 => new ReportPeriod(PeriodKind.NineMonths, year),
            2 => new ReportPeriod(PeriodKind.SixMonths, year),
            _ => new ReportPeriod(PeriodKind.Quarter, year, 1 + random.Next(4)),
        };
        int month = period.Kind switch { PeriodKind.Year => 12, PeriodKind.NineMonths => 9, PeriodKind.SixMonths => 6, _ => 3 * period.Quarter!.Value };
        DateOnly issued = new DateOnly(year, month, DateTime.DaysInMonth(year, month)).AddDays(random.Next(-29, 30));
        string number = string.Create(CultureInfo.InvariantCulture, $"{random.Next(3, 900)}/BC-UBND");
        return new SyntheticFrame(
            number, issued, period, [Shares(random), Listed(random, 0)],
            string.Create(CultureInfo.InvariantCulture, $"(Kèm theo Báo cáo số {number} ngày {issued.Day:00}/{issued.Month:00}/{issued.Year} của Ủy ban nhân dân)"));
    }

    /// <summary>The head.</summary>
    public ReportHead Head(AdministrativeLevel level) => new(
        Stated.Missing<string>(), Stated.Missing<string>(), Stated.Missing<string>(), Said(Number), new Stated<DateOnly?>(IssuedOn, Confidence.Full, []),
        Said(Period), new Stated<AdministrativeLevel?>(level, Confidence.Full, []), Stated.Missing<string>(), Stated.Missing<string>(),
        Stated.Missing<ImmutableArray<string>>());

    /// <summary>The frame with a fault that a rule is there for, and the figures that tell it.</summary>
    public SyntheticFrame With(string fault, Random random) => fault switch
    {
        "R27" => this with { Prose = [Shares(random, isWrong: true), Prose[1]] },
        "R29" => this with { Prose = [Prose[0], Listed(random, random.Next(2) == 0 ? 1 : -1)] },
        "R30" => this with { Number = "9" + Number },
        "R31" => this with { IssuedOn = IssuedOn.AddDays(random.Next(2) == 0 ? 62 : -62), Caption = "" },
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "No fault of the frame."),
    };

    private static Stated<T> Said<T>(T value) => new(value, Confidence.Full, []);

    // A share off by more than rounding leaves open, while two others still tell the size of the population.
    private static string Shares(Random random, bool isWrong = false)
    {
        int[] counts = [.. Enumerable.Range(0, random.Next(4, 6)).Select(_ => random.Next(6, 60))];
        int population = counts.Sum();
        string link = Links[random.Next(Links.Length)];
        int wrong = isWrong ? random.Next(counts.Length) : -1;
        return "Trình độ: " + string.Join("; ", counts.Select((count, i) =>
        {
            decimal share = Math.Round((decimal)count / population * 100, random.Next(1, 3), MidpointRounding.AwayFromZero) + (i == wrong ? 7 : 0);
            string close = link.Contains('(', StringComparison.Ordinal) ? ")" : "";
            return $"{Levels[i]}: {count} người{link}{share.ToString(CultureInfo.InvariantCulture).Replace('.', ',')}%{close}";
        })) + ".";
    }

    private static string Listed(Random random, int off)
    {
        string[] documents =
            [.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => string.Create(CultureInfo.InvariantCulture, $"{Kinds[random.Next(Kinds.Length)]} số {random.Next(1, 400)}/{(random.Next(2) == 0 ? "KH-UBND" : "UBND-VP")} ngày {random.Next(1, 29):00}/{random.Next(1, 13):00}/2024"))];
        return string.Create(CultureInfo.InvariantCulture, $"Đã ban hành {documents.Length + off:00} văn bản: {string.Join("; ", documents)}.");
    }
}
