using System.ComponentModel.DataAnnotations;

namespace Extractor.Storage;

/// <summary>Where originals, results and jobs are kept. Bound to the section "Extractor:Storage" of the settings.</summary>
public sealed class StorageOptions : IValidatableObject
{
    /// <summary>The database.</summary>
    /// <value>The default value is SQLite, a file in the data directory.</value>
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>Folder of the originals and, with SQLite, of the database.</summary>
    /// <value>The default value is "data" below the working directory.</value>
    [Required]
    public string DataDirectory { get; set; } = "data";

    /// <summary>An S3-compatible store for the originals, instead of the data directory.</summary>
    public S3Options S3 { get; } = new();

    /// <summary>How to reach PostgreSQL.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Whether the schema of the database is brought up to date at start; otherwise "extractor db migrate" does it.</summary>
    /// <value>The default value is true.</value>
    public bool MigrateAtStart { get; set; } = true;

    /// <summary>Days after which a result is deleted with its original; null keeps everything until somebody deletes it.</summary>
    [Range(1, 100_000)]
    public int? RetentionDays { get; set; }

    /// <summary>A result with a field below this goes to a reviewer.</summary>
    /// <value>The default value is 0.8.</value>
    [Range(0.0, 1.0)]
    public double ReviewBelow { get; set; } = 0.8;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider == StorageProvider.PostgreSql && string.IsNullOrWhiteSpace(ConnectionString))
        {
            yield return new ValidationResult("PostgreSQL needs a connection string.", [nameof(ConnectionString)]);
        }

        if (S3.Endpoint is not null && !(Uri.TryCreate(S3.Endpoint, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"))
        {
            yield return new ValidationResult("The address of the S3 store is no address.", [nameof(S3)]);
        }

        if ((S3.Bucket is null && (S3.Endpoint ?? S3.AccessKey) is not null) || (S3.AccessKey is null) != (S3.SecretKey is null))
        {
            yield return new ValidationResult("The S3 store needs a bucket, and a key only together with its id.", [nameof(S3)]);
        }
    }
}

/// <summary>Databases the product keeps its data in.</summary>
public enum StorageProvider
{
    /// <summary>A file in the data directory; one process.</summary>
    Sqlite,

    /// <summary>A server that several processes share.</summary>
    PostgreSql,
}
