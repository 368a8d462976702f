using Extractor.Api.Problems;
using Extractor.Campaigns;
using Extractor.Campaigns.Archives;
using Extractor.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Extractor.Api.Campaigns;

/// <summary>Takes a zip archive: first as a whole onto the disk, because its list of entries stands at its end.</summary>
internal sealed class ArchiveUpload(
    IArchiveIntake archives, IOptions<CampaignOptions> campaignOptions, IOptions<ApiOptions> apiOptions, IOptions<StorageOptions> storage, TimeProvider time)
{
    private static readonly TimeSpan Stale = TimeSpan.FromDays(1);

    /// <summary>Whether a request brings an archive.</summary>
    public static bool IsOne(HttpRequest request) => MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
        && (type.MediaType.Equals("application/zip", StringComparison.OrdinalIgnoreCase)
            || type.MediaType.Equals("application/x-zip-compressed", StringComparison.OrdinalIgnoreCase));

    /// <exception cref="ProblemException">The archive is broken or too large, or does not arrive in time.</exception>
    public async Task TakeAsync(long campaign, HttpRequest request, CancellationToken cancellationToken)
    {
        await using FileStream file = Create();
        await ReceiveAsync(request, file, cancellationToken);
        try
        {
            await archives.TakeAsync(campaign, file, cancellationToken);
        }
        catch (InvalidDataException exception)
        {
            throw new ProblemException(Problem.MalformedUpload, new("Gói zip bị hỏng.", "The zip archive is broken."), exception);
        }
        catch (ArchiveTooLargeException exception)
        {
            throw new ProblemException(Problem.TooLarge, new(
                $"Gói zip vượt giới hạn {exception.Limit}.", $"The zip archive exceeds {exception.Limit}."), exception);
        }
    }

    private async Task ReceiveAsync(HttpRequest request, FileStream file, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = campaignOptions.Value.MaxArchiveBytes;
        }

        // A large archive may take its time, but something must arrive.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pause = TimeSpan.FromSeconds(apiOptions.Value.MaxUploadSeconds);
        byte[] buffer = new byte[81_920];
        try
        {
            while (true)
            {
                patience.CancelAfter(pause);
                int read = await request.Body.ReadAsync(buffer, patience.Token);
                if (read == 0)
                {
                    return;
                }

                if (file.Length + read > campaignOptions.Value.MaxArchiveBytes)
                {
                    throw new ProblemException(Problem.TooLarge, ProblemTexts.TooLarge(campaignOptions.Value.MaxArchiveBytes));
                }

                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ProblemException(Problem.UploadTimeout, ProblemTexts.UploadTimeout(apiOptions.Value.MaxUploadSeconds), exception);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new ProblemException(Problem.TooLarge, ProblemTexts.TooLarge(campaignOptions.Value.MaxArchiveBytes), exception);
        }
    }

    private FileStream Create()
    {
        string folder = Directory.CreateDirectory(Path.Combine(storage.Value.DataDirectory, "incoming")).FullName;
        foreach (string left in Directory.EnumerateFiles(folder).Where(path => File.GetLastWriteTimeUtc(path) < time.GetUtcNow().UtcDateTime - Stale))
        {
            // Of a process that was killed while it received.
            File.Delete(left);
        }

        return new FileStream(
            Path.Combine(folder, Guid.NewGuid().ToString("N") + ".zip"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
    }
}
