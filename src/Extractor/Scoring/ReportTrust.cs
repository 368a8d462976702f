using System.Collections.Immutable;
using Extractor.Mapping;
using Extractor.Models;
using Extractor.Normalisation;
using Extractor.Tables;

namespace Extractor.Scoring;

/// <summary>
/// What a whole report says about each of its fields: errors come together. A form whose other rows were hard to map, a text whose words are no words and a
/// table with cells nobody can read make every figure of theirs less sure.
/// </summary>
internal sealed class ReportTrust
{
    private const int Reach = 2;

    private readonly Dictionary<StatisticalRow, double> _nearby = new(ReferenceEqualityComparer.Instance);

    /// <summary>Gathers what the report says.</summary>
    /// <param name="format">What the file is.</param>
    /// <param name="choices">What each row was taken for, in printed order.</param>
    /// <param name="oddShare">Share of the figures that were read with a doubt.</param>
    /// <param name="formFit">Mean probability of the rows where there are none to take it from.</param>
    public ReportTrust(FileFormat format, ImmutableArray<RowChoice> choices, double oddShare, double formFit = 1)
    {
        Format = format;
        OddShare = oddShare;
        FormFit = choices.IsEmpty ? formFit : choices.Average(c => c.Confidence.Value);
        var census = new SyllableCensus();
        for (int i = 0; i < choices.Length; i++)
        {
            census.Add(choices[i].Row.Label.Text);
            _nearby[choices[i].Row] = Nearby(choices, i);
        }

        Illegible = 1 - census.ValidShare;
    }

    /// <summary>What the file is.</summary>
    public FileFormat Format { get; }

    /// <summary>Mean probability that a row of the report was taken for the right thing.</summary>
    public double FormFit { get; }

    /// <summary>Share of the words in the rows' labels that cannot be Vietnamese.</summary>
    public double Illegible { get; }

    /// <summary>Share of the figures that were read with a doubt.</summary>
    public double OddShare { get; }

    /// <summary>Mean probability of the rows around one; that of the whole report for a row of a crossed table.</summary>
    public double Around(StatisticalRow? row) => row is not null && _nearby.TryGetValue(row, out double nearby) ? nearby : FormFit;

    private static double Nearby(ImmutableArray<RowChoice> choices, int row)
    {
        double sum = 0;
        int count = 0;
        for (int i = Math.Max(0, row - Reach); i <= Math.Min(choices.Length - 1, row + Reach); i++)
        {
            if (i != row && choices[i].Row.Table == choices[row].Row.Table)
            {
                (sum, count) = (sum + choices[i].Confidence.Value, count + 1);
            }
        }

        return count == 0 ? choices[row].Confidence.Value : sum / count;
    }
}
