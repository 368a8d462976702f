using Extractor.Models;

namespace Extractor;

/// <summary>The mapping model cannot be used: its file is missing, damaged, or made for other features than this program computes.</summary>
public sealed class MappingModelException : Exception
{
    /// <summary>Says what is wrong with a model file.</summary>
    public MappingModelException(LocalText text, Exception? inner = null)
        : base(text.En, inner)
    {
        Text = text;
    }

    /// <summary>What is wrong, in both languages.</summary>
    public LocalText Text { get; }
}
