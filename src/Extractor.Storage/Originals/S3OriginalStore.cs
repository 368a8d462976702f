using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Extractor.Storage.Originals;

/// <summary>Originals as objects of an S3-compatible store, which has them on its disks when it answers. Its errors are those of a disk: they pass.</summary>
internal sealed class S3OriginalStore : IOriginalStore, IDisposable
{
    private readonly AmazonS3Client _client;
    private readonly string _bucket;
    private readonly string _prefix;

    public S3OriginalStore(S3Options options)
    {
        var settings = new AmazonS3Config
        {
            ForcePathStyle = options.PathStyle,
            AuthenticationRegion = options.Region,
            // Stores other than Amazon's do not know the newer checksums; the digest is looked at anyway, at every reading.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (options.Endpoint is { } endpoint)
        {
            settings.ServiceURL = endpoint;
        }
        else
        {
            settings.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(options.Region);
        }

        _client = options.AccessKey is { } key
            ? new AmazonS3Client(new BasicAWSCredentials(key, options.SecretKey), settings) : new AmazonS3Client(settings);
        (_bucket, _prefix) = (options.Bucket!, options.Prefix);
    }

    public async Task PutAsync(string sha256, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (await ContainsAsync(sha256, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        await AskAsync(() => _client.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = _bucket,
                Key = KeyOf(sha256),
                InputStream = stream,
                AutoCloseStream = false,
                ContentType = "application/octet-stream",
                UseChunkEncoding = false,
            }, cancellationToken)).ConfigureAwait(false);
    }

    public async Task<bool> ContainsAsync(string sha256, CancellationToken cancellationToken) =>
        await AskAsync(() => _client.GetObjectMetadataAsync(_bucket, KeyOf(sha256), cancellationToken)).ConfigureAwait(false) is not null;

    public async Task<byte[]?> ReadAsync(string sha256, CancellationToken cancellationToken)
    {
        byte[]? bytes = await AskAsync<byte[]>(async () =>
        {
            using GetObjectResponse response = await _client.GetObjectAsync(_bucket, KeyOf(sha256), cancellationToken).ConfigureAwait(false);
            using var content = new MemoryStream();
            await response.ResponseStream.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
            return content.ToArray();
        }).ConfigureAwait(false);
        return bytes is null || Convert.ToHexStringLower(SHA256.HashData(bytes)) == sha256
            ? bytes : throw new InvalidDataException($"The original {sha256} has changed in its store.");
    }

    public Task DeleteAsync(string sha256, CancellationToken cancellationToken) =>
        AskAsync(() => _client.DeleteObjectAsync(_bucket, KeyOf(sha256), cancellationToken));

    public async IAsyncEnumerable<StoredOriginal> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            string? token = next;
            ListObjectsV2Response? page = await AskAsync(() => _client.ListObjectsV2Async(
                new ListObjectsV2Request { BucketName = _bucket, Prefix = _prefix, ContinuationToken = token }, cancellationToken)).ConfigureAwait(false);
            foreach (S3Object file in page?.S3Objects ?? [])
            {
                if (OriginalName.IsDigest(file.Key[_prefix.Length..]))
                {
                    yield return new StoredOriginal(file.Key[_prefix.Length..], file.LastModified?.ToUniversalTime() ?? DateTimeOffset.MaxValue);
                }
            }

            next = page?.IsTruncated == true ? page.NextContinuationToken : null;
        }
        while (next is not null);
    }

    public void Dispose() => _client.Dispose();

    // Null where there is no such object; a bucket that is not there is an error.
    private static async Task<T?> AskAsync<T>(Func<Task<T>> question)
        where T : class
    {
        try
        {
            return await question().ConfigureAwait(false);
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound && exception.ErrorCode != "NoSuchBucket")
        {
            return null;
        }
        catch (Exception exception) when (exception is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw new IOException($"The store of originals does not answer: {exception.Message}", exception);
        }
    }

    private string KeyOf(string sha256) => _prefix + OriginalName.Check(sha256);
}
