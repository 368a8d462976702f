using System.Data.Common;
using Extractor.Campaigns.Scanning;
using Extractor.Models;
using Extractor.Storage;
using Extractor.Workers;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Problems;

/// <summary>Turns every exception into problem details, in the one place that does.</summary>
internal sealed partial class ProblemHandler(ProblemWriter writer, IOptions<ApiOptions> options, ILogger<ProblemHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        (Problem problem, LocalText detail) = exception switch
        {
            ProblemException own => (own.Problem, own.Detail),
            FailedFileException failed => (Problem.Of(failed.Failure.Code), failed.Failure.Text),
            WorkersUnavailableException => (Problem.NoWorkers, ProblemTexts.NoWorkers),
            ScannerUnavailableException => (Problem.NoScanner, ProblemTexts.NoScanner),
            QuotaExceededException exceeded => (StoredProblem.QuotaExceeded, StoredProblem.OverQuota(exceeded)),
            DbException { IsTransient: true } => (StoredProblem.StorageUnavailable, StoredProblem.ComeBack),
            BadHttpRequestException bad => OfRequest(httpContext.Request, bad),
            _ => (Problem.Internal, ProblemTexts.Internal),
        };
        if (problem == Problem.Internal)
        {
            LogBug(logger, exception);
        }

        int? retryAfter = exception is ScannerUnavailableException ? options.Value.RetryAfterSeconds : (exception as ProblemException)?.RetryAfterSeconds;
        await writer.WriteAsync(
            httpContext, problem, detail, retryAfter, (exception as FailedFileException)?.Failure.Limit);
        return true;
    }

    // The server and the binding of parameters say only a status and an English sentence with names of types.
    private static (Problem, LocalText) OfRequest(HttpRequest request, BadHttpRequestException exception) =>
        exception.StatusCode == StatusCodes.Status400BadRequest && request.HasFormContentType
            ? (Problem.MalformedUpload, ProblemTexts.MalformedUpload)
            : (HttpProblem.Of(exception.StatusCode), HttpProblem.Detail);

    // Bad input is the client's business; only what should never happen goes into the log of the operator.
    [LoggerMessage(LogLevel.Error, "A request ended in an unexpected exception.")]
    private static partial void LogBug(ILogger logger, Exception exception);
}
