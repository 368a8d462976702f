using System.Collections.Immutable;
using System.Globalization;
using Extractor.Mapping.Learned;
using Extractor.Models;
using Extractor.Scoring;

namespace Extractor.Training.Learning;

/// <summary>Keeps a model from replacing one that was better on any form both were tested on unseen.</summary>
internal static class PublishGate
{
    // Invented reports differ a little from fit to fit.
    private const double WorseBy = 0.002;

    /// <summary>Forms on which the new model is worse, with both accuracies; empty if it may be published.</summary>
    public static ImmutableArray<LocalText> Compare(MappingModel? present, MappingModel next)
    {
        Dictionary<string, HeldOutForm> before = (present?.HeldOut ?? []).ToDictionary(h => h.Form, StringComparer.Ordinal);
        var worse = ImmutableArray.CreateBuilder<LocalText>();
        foreach (HeldOutForm form in next.HeldOut)
        {
            if (before.TryGetValue(form.Form, out HeldOutForm? old) && (long)form.Right * old.Rows < (long)old.Right * form.Rows)
            {
                worse.Add(new LocalText(
                    $"{form.Form}: mô hình mới đúng {form.Right}/{form.Rows} dòng, mô hình hiện tại {old.Right}/{old.Rows}",
                    $"{form.Form}: the new model has {form.Right} of {form.Rows} rows right, the present one {old.Right} of {old.Rows}"));
            }
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
}
