using System.Security.Cryptography;
using Extractor.Api.Problems;
using Extractor.Api.Uploads;
using Extractor.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Jobs;

/// <summary>Takes the files of a job one after the other out of the request into the store; never more than one of them is in memory.</summary>
internal sealed class JobUpload(UploadReader uploads, IOriginalStore originals, DiskSpace space, UploadScan scan, IOptions<JobOptions> options)
{
    /// <exception cref="Problems.ProblemException">There is no file, too many, one that is too large, or they do not arrive in time.</exception>
    public async Task<List<NewDocument>> TakeAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        space.Check();
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = options.Value.MaxBytes;
        }

        var documents = new List<NewDocument>();
        await uploads.ReadAllAsync(request, options.Value.MaxFiles, async file =>
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

            documents.Add(new NewDocument(file.Name, sha256, file.Bytes.Length));
        }, cancellationToken);
        return documents;
    }
}
