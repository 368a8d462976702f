namespace Extractor.Validation;

/// <summary>What the rules say of a field: the evidence a calibrator takes from validation.</summary>
/// <param name="Holding">Rules with its figure that hold.</param>
/// <param name="Broken">Rules with its figure that are broken.</param>
/// <param name="IsSuspect">Whether its figure is the one whose change would mend most.</param>
internal readonly record struct RuleSupport(int Holding, int Broken, bool IsSuspect);
