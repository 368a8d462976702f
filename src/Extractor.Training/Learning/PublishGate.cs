using System.Collections.Immutable;
using System.Globalization;
using Extractor.Mapping.Learned;
using Extractor.Models;
using Extractor.Scoring;

namespace Extractor.Training.Learning;

/// <summary>
/// Keeps a model from replacing a better one. Compared are figures on forms that both models were tested on unseen, whatever features they read.
/// A model must not be worse on these forms together, nor much worse on any of them: with every form that joins, single rows of some others turn either way.
/// </summary>
internal static class PublishGate
{
    // Invented reports differ a little from fit to fit.
    private const double WorseBy = 0.002;

    private const int RowsThatMayTurn = 2;
    private const int OneRowInSoMany = 50;

    /// <summary>What speaks against publishing, with both figures; empty if nothing does.</summary>
    public static ImmutableArray<LocalText> Compare(ImmutableArray<HeldOutForm> present, ImmutableArray<HeldOutForm> next)
    {
        Dictionary<string, HeldOutForm> before = present.ToDictionary(h => h.Form, StringComparer.Ordinal);
        var worse = ImmutableArray.CreateBuilder<LocalText>();
        var both = next.Where(n => before.ContainsKey(n.Form)).Select(n => (Old: before[n.Form], New: n)).ToList();
        foreach ((HeldOutForm old, HeldOutForm form) in both)
        {
            // A form that was mended meanwhile has other rows: shares compare, counts do not. This is the rows lost, times the old rows.
            long lost = ((long)old.Right * form.Rows) - ((long)form.Right * old.Rows);
            if (lost * OneRowInSoMany > (long)old.Rows * form.Rows && lost > (long)RowsThatMayTurn * old.Rows)
            {
                worse.Add(Describe(form.Form, form.Form, old, form));
            }
        }

        var oldSum = new HeldOutForm("", both.Sum(b => b.Old.Rows), both.Sum(b => b.Old.Right));
        var newSum = new HeldOutForm("", both.Sum(b => b.New.Rows), both.Sum(b => b.New.Right));
        if ((long)newSum.Right * oldSum.Rows < (long)oldSum.Right * newSum.Rows)
        {
            worse.Add(Describe("tất cả các biểu mẫu", "all forms", oldSum, newSum));
        }

        return worse.ToImmutable();
    }

    /// <summary>What is worse about a confidence model; empty if it may be published.</summary>
    public static ImmutableArray<LocalText> Compare(ConfidenceModel present, ConfidenceModel next) =>
        present.Brier is { } before && next.Brier is { } now && now > before + WorseBy && present.HeldOut.Select(h => h.Form).SequenceEqual(next.HeldOut.Select(h => h.Form))
            ?
            [
                new LocalText(
                    string.Create(CultureInfo.InvariantCulture, $"sai số bình phương của độ tin cậy: mô hình mới {now:0.0000}, mô hình hiện tại {before:0.0000}"),
                    string.Create(CultureInfo.InvariantCulture, $"squared error of the confidences: the new model {now:0.0000}, the present one {before:0.0000}")),
            ]
            : [];

    private static LocalText Describe(string vi, string en, HeldOutForm old, HeldOutForm next) => new(
        $"{vi}: mô hình mới đúng {next.Right}/{next.Rows} dòng, mô hình hiện tại {old.Right}/{old.Rows}",
        $"{en}: the new model has {next.Right} of {next.Rows} rows right, the present one {old.Right} of {old.Rows}");
}
