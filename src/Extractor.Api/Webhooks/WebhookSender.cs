using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Extractor.Storage;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Extractor.Api.Webhooks;

/// <summary>Sends a message in a round of a few tries.</summary>
internal sealed class WebhookSender : IDisposable
{
    private const string MediaType = "application/json";

    private readonly WebhookSecret _secret;
    private readonly ReceiverPolicy _policy;
    private readonly TimeProvider _time;
    // Made for the first message: most installations send none, and no start waits for it.
    private readonly Lazy<HttpClient> _client;
    private readonly Lazy<ResiliencePipeline<ReceiverAnswer>> _round;

    public WebhookSender(WebhookSecret secret, ReceiverPolicy policy, PinnedConnection connection, IOptions<WebhookOptions> options, TimeProvider time)
    {
        _secret = secret;
        _policy = policy;
        _time = time;
        _client = new(() => ClientOf(connection));
        _round = new(() => RoundOf(options.Value));
    }

    /// <summary>Longest time a round takes.</summary>
    public static TimeSpan LongestRound(WebhookOptions options) =>
        TimeSpan.FromSeconds(((options.QuickRetries + 1) * options.TimeoutSeconds) + (options.QuickRetries * LongestPause(options)));

    /// <exception cref="OperationCanceledException">The service stops.</exception>
    public async Task<ReceiverAnswer> SendAsync(LeasedDelivery delivery, CancellationToken cancellationToken) =>
        await _round.Value.ExecuteAsync(async token => await TryAsync(delivery, token), cancellationToken);

    public void Dispose()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }
    }

    private static double LongestPause(WebhookOptions options) => options.QuickRetrySeconds * 8;

    private static HttpClient ClientOf(PinnedConnection connection)
    {
        // The round bounds the time.
        var client = new HttpClient(connection.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Extractor", null));
        return client;
    }

    private static ResiliencePipeline<ReceiverAnswer> RoundOf(WebhookOptions options)
    {
        var builder = new ResiliencePipelineBuilder<ReceiverAnswer>();
        builder.AddFallback(new()
        {
            ShouldHandle = new PredicateBuilder<ReceiverAnswer>().Handle<TimeoutRejectedException>(),
            FallbackAction = _ => Outcome.FromResultAsValueTask(new ReceiverAnswer(null, ReceiverError.Timeout)),
        });
        if (options.QuickRetries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<ReceiverAnswer>
            {
                ShouldHandle = new PredicateBuilder<ReceiverAnswer>().Handle<TimeoutRejectedException>().HandleResult(answer => answer.IsTransient),
                MaxRetryAttempts = options.QuickRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromSeconds(options.QuickRetrySeconds),
                MaxDelay = TimeSpan.FromSeconds(LongestPause(options)),
            });
        }

        return builder.AddTimeout(TimeSpan.FromSeconds(options.TimeoutSeconds)).Build();
    }

    private async Task<ReceiverAnswer> TryAsync(LeasedDelivery delivery, CancellationToken cancellationToken)
    {
        // The rules may have become stricter since the webhook was registered.
        if (_policy.Read(delivery.Url) is not { } receiver)
        {
            return new ReceiverAnswer(null, ReceiverError.Refused);
        }

        try
        {
            using HttpRequestMessage request = RequestOf(delivery, receiver);
            using HttpResponseMessage response = await _client.Value.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return AnswerOf(response);
        }
        catch (CryptographicException)
        {
            return new ReceiverAnswer(null, ReceiverError.Secret);
        }
        catch (HttpRequestException exception)
        {
            return new ReceiverAnswer(null, ErrorOf(exception));
        }
    }

    private HttpRequestMessage RequestOf(LeasedDelivery delivery, Uri receiver)
    {
        DateTimeOffset now = _time.GetUtcNow();
        string signature = _secret.Sign(delivery.Secrets, delivery.EventId, now, delivery.Body);
        var request = new HttpRequestMessage(HttpMethod.Post, receiver)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(delivery.Body)) { Headers = { ContentType = new MediaTypeHeaderValue(MediaType) } },
        };
        request.Headers.Add("webhook-id", delivery.EventId);
        request.Headers.Add("webhook-timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", signature);
        return request;
    }

    private ReceiverAnswer AnswerOf(HttpResponseMessage response)
    {
        int status = (int)response.StatusCode;
        string? error = response.IsSuccessStatusCode ? null : status is >= 300 and < 400 ? ReceiverError.Redirect : ReceiverError.Status;
        TimeSpan? after = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - _time.GetUtcNow(),
            _ => null,
        };
        return new ReceiverAnswer(status, error) { RetryAfter = after };
    }

    private static string ErrorOf(HttpRequestException exception) => exception switch
    {
        { InnerException: ReceiverRefusedException } => ReceiverError.Refused,
        { HttpRequestError: HttpRequestError.NameResolutionError } => ReceiverError.Name,
        { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } } => ReceiverError.Name,
        { HttpRequestError: HttpRequestError.SecureConnectionError } => ReceiverError.Tls,
        _ => ReceiverError.Connection,
    };
}
