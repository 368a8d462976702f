namespace Extractor.Workers;

/// <summary>Workers die before they are ready: the installation is broken.</summary>
/// <param name="reason">What the last of them left behind, for the operator.</param>
public sealed class WorkersUnavailableException(string reason) : Exception($"No worker can be started: {reason}");
