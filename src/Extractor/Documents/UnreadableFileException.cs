using Extractor.Models;

namespace Extractor;

/// <summary>A file that gives no result. The text tells the user what to do.</summary>
public abstract class UnreadableFileException : Exception
{
    private protected UnreadableFileException(string code, LocalText text, Exception? inner)
        : base(text.En, inner)
    {
        Code = code;
        Text = text;
    }

    /// <summary>Stable name of the reason, such as "encrypted".</summary>
    public string Code { get; }

    /// <summary>What to tell the user, in both languages.</summary>
    public LocalText Text { get; }
}

/// <summary>The content is of no format the product reads.</summary>
public sealed class UnsupportedFormatException(LocalText text) : UnreadableFileException("unsupported-format", text, null);

/// <summary>The file has no bytes, or no content at all.</summary>
public sealed class EmptyFileException(LocalText text) : UnreadableFileException("empty", text, null);

/// <summary>The content is of a known format but broken beyond repair.</summary>
public sealed class DamagedFileException(LocalText text, Exception? inner = null) : UnreadableFileException("damaged", text, inner);

/// <summary>A password is needed.</summary>
public sealed class EncryptedFileException(LocalText text, Exception? inner = null) : UnreadableFileException("encrypted", text, inner);

/// <summary>Reading would need more than an option allows (size, depth, count or time).</summary>
/// <param name="limit">Name of the option.</param>
/// <param name="text">What is too large and what to do.</param>
/// <param name="inner">The error of the reader below, if any.</param>
public sealed class LimitExceededException(string limit, LocalText text, Exception? inner = null)
    : UnreadableFileException("limit-exceeded", text, inner)
{
    /// <summary>Name of the option.</summary>
    public string Limit { get; } = limit;
}
