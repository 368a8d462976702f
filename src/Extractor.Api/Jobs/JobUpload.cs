using System.Security.Cryptography;
using Extractor.Api.Problems;
using Extractor.Api.Uploads;
using Extractor.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Jobs;

/// <summary>
/// Takes the files of a job one after the other out of the request into the store; never more than one of them is in memory. Of a request that is refused
/// nothing stays on the disk: no quota would count it.
/// </summary>
internal sealed class JobUpload(
    UploadReader uploads, IOriginalStore originals, OriginalSweep sweep, DiskSpace space, UploadScan scan, IOptions<JobOptions> options)
{
    /// <returns>Id of the job.</returns>
    /// <exception cref="Problems.ProblemException">There is no file, too many, one that is too large, or they do not arrive in time.</exception>
    /// <exception cref="QuotaExceededException">The key may not have so much stored.</exception>
    public async Task<string> TakeAsync(HttpRequest request, Func<IReadOnlyList<NewDocument>, Task<string>> submit, CancellationToken cancellationToken)
    {
        space.Check();
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = options.Value.MaxBytes;
        }

        var documents = new List<NewDocument>();
        try
        {
            await uploads.ReadAllAsync(request, options.Value.MaxFiles, async file => documents.Add(await StoreAsync(file, cancellationToken)), cancellationToken);
            return await submit(documents);
        }
        catch
        {
            await sweep.DiscardAsync(documents.Select(document => document.Sha256), CancellationToken.None);
            throw;
        }
    }

    private async Task<NewDocument> StoreAsync(SourceFile file, CancellationToken cancellationToken)
    {
        await scan.PassAsync(file, cancellationToken);
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span));
        try
        {
            await originals.PutAsync(sha256, file.Bytes, cancellationToken);
        }
        catch (IOException exception)
        {
            // A full disk is no fault of the request.
            throw StoredProblem.Unreachable(exception);
        }

        return new NewDocument(file.Name, sha256, file.Bytes.Length);
    }
}
