namespace Extractor.Mapping.Learned;

/// <summary>A piece of evidence the model weighs.</summary>
/// <param name="Name">Name in the model file.</param>
/// <param name="Sign">Sign its weight may have: 1 speaks for the reading, -1 against it, 0 leaves it to the data.</param>
internal readonly record struct FeatureDefinition(string Name, int Sign);
