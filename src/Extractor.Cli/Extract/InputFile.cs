namespace Extractor.Cli.Extract;

/// <summary>A file to read.</summary>
/// <param name="Path">Where it is, as the user would name it.</param>
/// <param name="OutputName">Relative path of its result in the output folder, without the ".json".</param>
internal sealed record InputFile(string Path, string OutputName);

/// <summary>What the named files and folders hold.</summary>
/// <param name="Files">Files to read, in the order they were named, folders in ordinal order.</param>
/// <param name="Missing">Named paths that do not exist or cannot be listed.</param>
/// <param name="PassedOver">Kinds of entries in folders that are no documents, with their number.</param>
internal sealed record Inputs(IReadOnlyList<InputFile> Files, IReadOnlyList<string> Missing, IReadOnlyDictionary<string, int> PassedOver);
