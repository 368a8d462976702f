using System.Globalization;
using Extractor.Models;
using Extractor.Workers;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Extractor.Api.Problems;

/// <summary>Turns every exception into problem details, in the one place that does.</summary>
internal sealed partial class ProblemHandler(IProblemDetailsService writer, ILogger<ProblemHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        (Problem problem, LocalText detail) = exception switch
        {
            ProblemException own => (own.Problem, own.Detail),
            FailedFileException failed => (Problem.Of(failed.Failure.Code), failed.Failure.Text),
            WorkersUnavailableException => (Problem.NoWorkers, ProblemTexts.NoWorkers),
            System.Data.Common.DbException { IsTransient: true } => (StoredProblem.StorageUnavailable, StoredProblem.ComeBack),
            BadHttpRequestException => (Problem.MalformedUpload, ProblemTexts.MalformedUpload),
            _ => (Problem.Internal, ProblemTexts.Internal),
        };
        if (problem == Problem.Internal)
        {
            LogBug(logger, exception);
        }

        UserLanguage language = RequestLanguage.Of(httpContext.Request);
        HttpResponse response = httpContext.Response;
        response.StatusCode = problem.Status;
        response.Headers.ContentLanguage = RequestLanguage.TagOf(language);
        response.Headers.Vary = "Accept-Language";
        if (problem.Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        if (exception is ProblemException { RetryAfterSeconds: { } seconds })
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        var details = new ProblemDetails
        {
            Type = problem.Type,
            Title = problem.Title.In(language),
            Status = problem.Status,
            Detail = detail.In(language),
        };
        if (exception is FailedFileException { Failure.Limit: { } limit })
        {
            details.Extensions["limit"] = limit;
        }

        return await writer.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = details, Exception = exception });
    }

    // Bad input is the client's business; only what should never happen goes into the log of the operator.
    [LoggerMessage(LogLevel.Error, "A request ended in an unexpected exception.")]
    private static partial void LogBug(ILogger logger, Exception exception);
}
