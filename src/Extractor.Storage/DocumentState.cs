namespace Extractor.Storage;

/// <summary>Where a document is on its way; it ends in exactly one of the named ends.</summary>
public enum DocumentState : short
{
    /// <summary>Waits for its turn.</summary>
    Queued = 0,

    /// <summary>Is being read.</summary>
    Reading = 1,

    /// <summary>Read; nothing needs a second look.</summary>
    Done = 10,

    /// <summary>Read; a reviewer should look at it.</summary>
    NeedsReview = 11,

    /// <summary>The same bytes were read before; the earlier result stands.</summary>
    Duplicate = 12,

    /// <summary>A password is needed.</summary>
    Encrypted = 13,

    /// <summary>Broken beyond repair, or empty.</summary>
    Damaged = 14,

    /// <summary>Of no format the product reads.</summary>
    Unsupported = 15,

    /// <summary>Readable, but no indicator of any known report family was found.</summary>
    NotAReport = 16,

    /// <summary>Reading took too long.</summary>
    TimedOut = 17,

    /// <summary>Set aside: it ended workers, asked for too much, or met an error of the program.</summary>
    Quarantined = 18,

    /// <summary>The job was cancelled before its turn came.</summary>
    Cancelled = 19,

    /// <summary>A virus scanner found something in it; nothing of it was read or kept.</summary>
    Infected = 20,
}

/// <summary>What states mean.</summary>
public static class DocumentStates
{
    /// <summary>Whether the way is over.</summary>
    public static bool IsFinal(this DocumentState state) => state >= DocumentState.Done;
}

/// <summary>How good a stored result is.</summary>
public enum ResultState : short
{
    /// <summary>Nothing needs a second look.</summary>
    Done = 10,

    /// <summary>A field is doubtful, something was not read, or the report contradicts itself.</summary>
    NeedsReview = 11,

    /// <summary>No indicator of the family was found.</summary>
    NotAReport = 16,
}
