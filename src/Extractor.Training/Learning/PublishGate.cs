using System.Collections.Immutable;
using Extractor.Mapping.Learned;
using Extractor.Models;

namespace Extractor.Training.Learning;

/// <summary>Keeps a model from replacing one that was better on any form both were tested on unseen.</summary>
internal static class PublishGate
{
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
}
