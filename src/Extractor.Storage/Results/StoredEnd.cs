namespace Extractor.Storage.Results;

/// <summary>The end of a document that was read, with its answer, to be written at once or not at all.</summary>
internal sealed record ReadDocument(long Id, string LeaseOwner, PreparedResult Result, long Now);

/// <summary>What became of it: its answer, or the earlier one of the same versions to the same bytes.</summary>
internal readonly record struct StoredEnd(long ResultId, bool IsNew);
