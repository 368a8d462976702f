using Extractor.Api.Problems;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Extractor.Api.Uploads;

/// <summary>Takes files out of a request: the parts "file" of a multipart body, or the whole body. Nothing touches the disk.</summary>
internal sealed class UploadReader(IOptions<ApiOptions> options)
{
    private const int MaxOtherParts = 31;

    /// <summary>Takes the one file of a request.</summary>
    /// <exception cref="ProblemException">There is no file, more than one, one that is too large, or it does not arrive in time.</exception>
    /// <exception cref="OperationCanceledException">The client went away.</exception>
    public async Task<SourceFile> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        SourceFile? only = null;
        await ReadAllAsync(
            request, 1,
            file =>
            {
                only = file;
                return Task.CompletedTask;
            }, cancellationToken);
        return only!;
    }

    /// <summary>Takes the files of a request one after the other; only the one being taken is in memory.</summary>
    /// <exception cref="ProblemException">There is no file, too many, one that is too large, or one does not arrive in time.</exception>
    /// <exception cref="OperationCanceledException">The client went away.</exception>
    public async Task ReadAllAsync(HttpRequest request, int most, Func<SourceFile, Task> take, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.MaxUploadSeconds));
        try
        {
            if (BoundaryOf(request) is { } boundary)
            {
                await ReadPartsAsync(new MultipartReader(boundary, request.Body), most, take, limit);
            }
            else
            {
                await take(await ReadBodyAsync(request, limit.Token));
            }
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ProblemException(Problem.UploadTimeout, ProblemTexts.UploadTimeout(options.Value.MaxUploadSeconds), exception);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw TooLarge(exception);
        }
        catch (Exception exception) when (exception is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            // MultipartReader reports limits and broken framing this way.
            cancellationToken.ThrowIfCancellationRequested();
            throw new ProblemException(Problem.MalformedUpload, ProblemTexts.MalformedUpload, exception);
        }
    }

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
                ? HeaderUtilities.RemoveQuotes(type.Boundary).ToString()
                : null;

    private async Task ReadPartsAsync(MultipartReader reader, int most, Func<SourceFile, Task> take, CancellationTokenSource limit)
    {
        int files = 0;
        int parts = 0;
        while (await reader.ReadNextSectionAsync(limit.Token) is { } section)
        {
            if (++parts > most + MaxOtherParts)
            {
                throw new ProblemException(Problem.MalformedUpload, ProblemTexts.MalformedUpload);
            }

            if (section.GetContentDispositionHeader() is not { } disposition || HeaderUtilities.RemoveQuotes(disposition.Name) != "file")
            {
                continue;
            }

            if (++files > most)
            {
                throw new ProblemException(Problem.MalformedUpload, most == 1 ? ProblemTexts.SeveralFiles : StoredProblem.TooManyFiles(most));
            }

            byte[] bytes = await ReadAllAsync(section.Body, length: null, limit.Token);
            // What is done with a file is not the time of whoever sends it.
            limit.CancelAfter(Timeout.InfiniteTimeSpan);
            await take(new SourceFile(FileNames.Of(disposition), bytes));
            limit.CancelAfter(TimeSpan.FromSeconds(options.Value.MaxUploadSeconds));
        }

        if (files == 0)
        {
            throw new ProblemException(Problem.MalformedUpload, ProblemTexts.NoFilePart);
        }
    }

    private async Task<SourceFile> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        _ = ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out ContentDispositionHeaderValue? disposition);
        return new SourceFile(FileNames.Of(disposition), await ReadAllAsync(request.Body, request.ContentLength, cancellationToken));
    }

    private async Task<byte[]> ReadAllAsync(Stream body, long? length, CancellationToken cancellationToken)
    {
        if (length > options.Value.MaxFileBytes)
        {
            throw TooLarge();
        }

        // The length a client announces costs nothing to claim, so it reserves no more than a usual report needs.
        using var content = new MemoryStream((int)Math.Min(length ?? 0, 1 << 20));
        byte[] buffer = new byte[65_536];
        for (int read = await body.ReadAsync(buffer, cancellationToken); read > 0; read = await body.ReadAsync(buffer, cancellationToken))
        {
            if (content.Length + read > options.Value.MaxFileBytes)
            {
                throw TooLarge();
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    private ProblemException TooLarge(Exception? inner = null) =>
        new(Problem.TooLarge, ProblemTexts.TooLarge(options.Value.MaxFileBytes), inner);
}
