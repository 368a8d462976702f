using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Extractor.Mapping.Learned;
using Extractor.Models;
using Extractor.Tables;
using Extractor.Training.Forms;

namespace Extractor.Training.Learning;

/// <summary>What a model is fitted on.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Forms">Labelled forms, those that reviews made among them.</param>
/// <param name="ReviewedWordings">Labels that reviewers settled on reports of which they settled too little to make a form.</param>
internal sealed record TrainingData(IndicatorSchema Schema, ImmutableArray<LabelledForm> Forms, ImmutableArray<LearnedWording> ReviewedWordings)
{
    /// <summary>SHA-256 over everything a fit depends on.</summary>
    public string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
        foreach (Indicator indicator in Schema.Indicators)
        {
            Add($"{indicator.Code}|{indicator.Parent}|{indicator.Kind}|{indicator.Unit}|{indicator.Name.Vi}|{string.Join('|', indicator.Aliases)}");
        }

        foreach (LabelledForm form in Forms)
        {
            Add(form.Name);
            foreach ((StatisticalRow row, ImmutableArray<string?> codes) in form.Rows)
            {
                Add($"{row.Stt}|{row.Group}|{row.Label.Text}|{row.Unit.Text}|{row.Value.Text}|{string.Join('|', codes)}");
            }
        }

        foreach (LearnedWording wording in ReviewedWordings)
        {
            Add($"{wording.Code}|{wording.Label}");
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
