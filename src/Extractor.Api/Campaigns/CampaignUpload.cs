using System.Globalization;
using System.Security.Cryptography;
using Extractor.Api.Jobs;
using Extractor.Api.Problems;
using Extractor.Api.Uploads;
using Extractor.Campaigns;
using Extractor.Campaigns.Scanning;
using Extractor.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Campaigns;

/// <summary>Takes the files of a campaign out of a request into the store. The campaign begins when all of them are there, and is cancelled otherwise.</summary>
internal sealed class CampaignUpload(
    UploadReader uploads, ArchiveUpload archives, IOriginalStore originals, CampaignStore campaigns, CampaignIntake intake, DiskSpace space,
    OriginalSweep sweep, FileScan scan, IOptions<JobOptions> options)
{
    private const int Batch = 100;

    /// <returns>Id of the campaign.</returns>
    /// <exception cref="ProblemException">There is no file, too many, one that is too large, or they do not arrive in time.</exception>
    public async Task<long> TakeAsync(NewCampaign order, HttpRequest request, CancellationToken cancellationToken)
    {
        space.Check();
        long id = await campaigns.CreateAsync(order, cancellationToken);
        bool isWhole = false;
        try
        {
            await (ArchiveUpload.IsOne(request) ? archives.TakeAsync(id, request, cancellationToken) : TakeFilesAsync(id, request, cancellationToken));
            await intake.CompleteAsync(id, cancellationToken);
            isWhole = true;
            return id;
        }
        catch (IOException exception) when (exception is not BadHttpRequestException)
        {
            // A full disk is no fault of the request.
            throw StoredProblem.Unreachable(exception);
        }
        finally
        {
            if (!isWhole)
            {
                await campaigns.CancelAsync(id, null, CancellationToken.None);
            }
        }
    }

    private async Task TakeFilesAsync(long id, HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = options.Value.MaxBytes;
        }

        var files = new List<FoundFile>();
        int ordinal = 0;
        try
        {
            await uploads.ReadAllAsync(request, options.Value.MaxFiles, async file =>
            {
                files.Add(await StoreAsync(file, ordinal++, cancellationToken));
                if (files.Count == Batch)
                {
                    await intake.AddSentAsync(id, files, cancellationToken);
                    files.Clear();
                }
            }, cancellationToken);
            await intake.AddSentAsync(id, files, cancellationToken);
        }
        catch
        {
            // What no row names and no quota counts does not stay on the disk.
            await sweep.DiscardAsync(files.Select(file => file.Sha256).OfType<string>(), CancellationToken.None);
            throw;
        }
    }

    private async Task<FoundFile> StoreAsync(SourceFile file, int ordinal, CancellationToken cancellationToken)
    {
        // Two files of one name are two files.
        string key = string.Create(CultureInfo.InvariantCulture, $"{ordinal}/{file.Name}");
        if (await scan.CheckAsync(file.Bytes, cancellationToken) is { } failure)
        {
            return new FoundFile(file.Name, key, Bytes: file.Bytes.Length, End: OutcomeTranslation.EndOf(failure));
        }

        string sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span));
        try
        {
            await originals.PutAsync(sha256, file.Bytes, cancellationToken);
        }
        catch (IOException exception)
        {
            throw StoredProblem.Unreachable(exception);
        }

        return new FoundFile(file.Name, key, sha256, file.Bytes.Length);
    }
}
