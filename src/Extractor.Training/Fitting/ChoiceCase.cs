namespace Extractor.Training.Fitting;

/// <summary>One row to learn from: the readings it could have, and which of them are right.</summary>
/// <param name="Candidates">Features of the candidates side by side.</param>
/// <param name="None">Features of being none of the schema.</param>
/// <param name="IsRight">By candidate, then none: whether the reading is right.</param>
/// <param name="Weight">How much the row counts.</param>
internal sealed record ChoiceCase(float[] Candidates, float[] None, bool[] IsRight, double Weight);
