using System.Globalization;
using Extractor.Models;
using Extractor.Values;

namespace Extractor.Tests.Values;

public class ValueCasesTests
{
    [Theory]
    [MemberData(nameof(Cases), "value")]
    public void Figures_are_read_as_the_cases_say(string input, string expected)
    {
        Figure figure = CellFigure.Read(input).Figure;

        string value = figure.Kind switch
        {
            FigureKind.Number => "number:" + Show(figure.Value),
            FigureKind.Percent => "percent:" + Show(figure.Value),
            FigureKind.Money => "money:" + Show(figure.Value),
            FigureKind.Ratio => $"fraction:({figure.Value}, {figure.Denominator})",
            FigureKind.ZeroWord => "zero_word:0.0",
            FigureKind.NotReported => "not_reported:None",
            FigureKind.Blank => "blank:None",
            FigureKind.Ditto => "ditto:None",
            _ => "text:" + input,
        };
        Assert.Equal(expected, value);
    }

    [Theory]
    [MemberData(nameof(Cases), "date")]
    public void Dates_are_read_as_the_cases_say(string input, string expected)
    {
        PartialDate date = DateReader.Read(input)!;

        string value = date switch
        {
            { Quarter: { } quarter } => $"{date.Year}-Q{quarter}",
            { FirstMonths: { } months } => $"{date.Year}-first{months}M",
            { LastMonths: { } months } => $"{date.Year}-last{months}M",
            { Day: { } day } => $"{date.Year}-{date.Month:00}-{day:00}",
            { Month: { } month } => $"{date.Year}-{month:00}",
            _ => $"{date.Year}",
        };
        Assert.Equal(expected, value);
    }

    [Theory]
    [MemberData(nameof(Cases), "doc")]
    public void Document_numbers_are_read_as_the_cases_say(string input, string expected)
    {
        DocumentNumber number = DocumentNumberReader.Find(input)!;

        Assert.Equal(expected, $"{number.Number}|{number.Year}|{number.Type}|{number.Issuer}");
        Assert.Equal((0, input.Length), (number.Start, number.Length));
    }

    public static TheoryData<string, string> Cases(string kind)
    {
        var cases = new TheoryData<string, string>();
        foreach (var row in CsvTable.Read(File.ReadAllText(Path.Combine(Fixtures.Root, "vietnamese", "value_cases.csv"))))
        {
            if (row["kind"] == kind)
            {
                cases.Add(row["input"], row["expected"]);
            }
        }

        return cases;
    }

    private static string Show(decimal value) => value.ToString("0.0##", CultureInfo.InvariantCulture);
}
