using System.Globalization;
using Extractor.Models;
using Extractor.Values;

namespace Extractor.Tests.Values;

public class ValueCasesTests
{
    [Theory]
    [MemberData(nameof(Cases))]
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

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var row in CsvTable.Read(File.ReadAllText(Path.Combine(Fixtures.Root, "vietnamese", "value_cases.csv"))))
        {
            cases.Add(row["input"], row["expected"]);
        }

        return cases;
    }

    private static string Show(decimal value) => value.ToString("0.0##", CultureInfo.InvariantCulture);
}
