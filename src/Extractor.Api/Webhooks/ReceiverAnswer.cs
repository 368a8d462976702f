namespace Extractor.Api.Webhooks;

/// <summary>How a try ended.</summary>
/// <param name="Status">HTTP status; null where there was no answer.</param>
/// <param name="Error">Stable name of what went wrong; null where nothing did.</param>
internal sealed record ReceiverAnswer(int? Status, string? Error)
{
    private const int RequestTimeout = 408;
    private const int Gone = 410;
    private const int TooEarly = 425;
    private const int TooMany = 429;
    private const int ServerError = 500;

    /// <summary>When the receiver wants to be asked again.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether it may have passed a second later.</summary>
    public bool IsTransient => Error switch
    {
        null or ReceiverError.Refused or ReceiverError.Secret or ReceiverError.Redirect => false,
        ReceiverError.Status => RetryAfter is null && Status is RequestTimeout or TooEarly or TooMany or >= ServerError,
        _ => true,
    };

    /// <summary>Whether trying again is no use: the receiver has said that it is gone for good.</summary>
    public bool IsFinal => Status == Gone;
}

/// <summary>Stable names of what can go wrong.</summary>
internal static class ReceiverError
{
    /// <summary>The status of the answer does not confirm the message.</summary>
    public const string Status = "status";

    /// <summary>The answer points elsewhere; nobody follows.</summary>
    public const string Redirect = "redirect";

    /// <summary>The receiver has an address that may not be reached.</summary>
    public const string Refused = "address-refused";

    /// <summary>The secret of the webhook cannot be read any more; give it a new one.</summary>
    public const string Secret = "secret-unreadable";

    /// <summary>No answer in time.</summary>
    public const string Timeout = "timeout";

    /// <summary>No connection, or one that broke.</summary>
    public const string Connection = "connection";

    /// <summary>The name stands for no address.</summary>
    public const string Name = "name";

    /// <summary>The certificate is not good.</summary>
    public const string Tls = "tls";
}
