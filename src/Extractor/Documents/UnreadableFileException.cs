namespace Extractor;

/// <summary>A file that gives no result. The message tells the user what to do.</summary>
public abstract class UnreadableFileException : Exception
{
    private protected UnreadableFileException(string code, string message, Exception? inner)
        : base(message, inner) => Code = code;

    /// <summary>Stable name of the reason, such as "encrypted".</summary>
    public string Code { get; }
}

/// <summary>The content is of no format the product reads.</summary>
public sealed class UnsupportedFormatException(string message) : UnreadableFileException("unsupported-format", message, null);

/// <summary>The file has no bytes, or no content at all.</summary>
public sealed class EmptyFileException(string message) : UnreadableFileException("empty", message, null);

/// <summary>The content is of a known format but broken beyond repair.</summary>
public sealed class DamagedFileException(string message, Exception? inner = null) : UnreadableFileException("damaged", message, inner);

/// <summary>A password is needed.</summary>
public sealed class EncryptedFileException(string message, Exception? inner = null) : UnreadableFileException("encrypted", message, inner);

/// <summary>Reading would need more than an option allows (size, depth, count or time).</summary>
public sealed class LimitExceededException(string limit, string message, Exception? inner = null)
    : UnreadableFileException("limit-exceeded", message, inner)
{
    /// <summary>Name of the option.</summary>
    public string Limit { get; } = limit;
}
