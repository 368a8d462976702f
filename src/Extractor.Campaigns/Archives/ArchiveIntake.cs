using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Extractor.Campaigns.Folders;
using Extractor.Campaigns.Scanning;
using Extractor.Models;
using Extractor.Storage;
using Microsoft.Extensions.Options;

namespace Extractor.Campaigns.Archives;

/// <summary>An archive asks for more than is allowed.</summary>
/// <param name="limit">Name of the option that was exceeded.</param>
public sealed class ArchiveTooLargeException(string limit) : Exception($"The archive exceeds {limit}.")
{
    /// <summary>Name of the option that was exceeded.</summary>
    public string Limit => limit;
}

/// <summary>
/// Takes the files of a zip archive into the store of originals, one after the other. Names are metadata and never paths; what an entry claims about its
/// size is not believed; an archive inside the archive is a file like any other.
/// </summary>
internal sealed class ArchiveIntake(
    IOriginalStore originals, OriginalSweep sweep, CampaignIntake intake, FileScan scan, IOptions<CampaignOptions> options) : IArchiveIntake
{
    private const int Batch = 100;
    private const int LongestName = 1000;

    private static readonly FailedEnd Encrypted = new(DocumentState.Encrypted, "encrypted", new LocalText(
        "Tệp trong gói nén có mật khẩu.", "The entry of the archive is protected by a password."));

    private static readonly FailedEnd Damaged = new(DocumentState.Damaged, "damaged", new LocalText(
        "Tệp trong gói nén bị hỏng.", "The entry of the archive is damaged."));

    public async Task TakeAsync(long campaign, Stream archive, CancellationToken cancellationToken)
    {
        if (!ArchiveIndex.HasAtMost(archive, options.Value.MaxArchiveEntries))
        {
            throw new ArchiveTooLargeException(nameof(CampaignOptions.MaxArchiveEntries));
        }

        archive.Position = 0;
        await using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
        var files = new List<FoundFile>();
        try
        {
            await TakeAllAsync(campaign, zip, files, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // What no row names and no quota counts does not stay on the disk.
            await sweep.DiscardAsync(files.Select(file => file.Sha256).OfType<string>(), CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private async Task TakeAllAsync(long campaign, ZipArchive zip, List<FoundFile> files, CancellationToken cancellationToken)
    {
        long unpacked = 0;
        int ordinal = 0;
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            // A name that ends like this is a folder.
            if (entry.FullName.EndsWith('/') || entry.FullName.EndsWith('\\'))
            {
                continue;
            }

            FoundFile file = await TakeAsync(entry, ordinal++, cancellationToken).ConfigureAwait(false);
            files.Add(file);
            unpacked += file.Bytes ?? 0;
            if (unpacked > options.Value.MaxUnpackedBytes)
            {
                throw new ArchiveTooLargeException(nameof(CampaignOptions.MaxUnpackedBytes));
            }

            if (files.Count == Batch)
            {
                await intake.AddSentAsync(campaign, files, cancellationToken).ConfigureAwait(false);
                files.Clear();
            }
        }

        await intake.AddSentAsync(campaign, files, cancellationToken).ConfigureAwait(false);
    }

    private async Task<FoundFile> TakeAsync(ZipArchiveEntry entry, int ordinal, CancellationToken cancellationToken)
    {
        string name = Clean(entry.FullName);
        // Two entries of one name are two files.
        var file = new FoundFile(name, string.Create(CultureInfo.InvariantCulture, $"{ordinal}/{name}"));
        if (entry.IsEncrypted)
        {
            return file with { End = Encrypted };
        }

        byte[]? bytes;
        try
        {
            bytes = await ReadAsync(entry, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            return file with { End = Damaged };
        }

        if (bytes is null)
        {
            return file with { End = ReportFile.TooLarge(options.Value.MaxFileBytes), Bytes = options.Value.MaxFileBytes };
        }

        if (await scan.CheckAsync(bytes, cancellationToken).ConfigureAwait(false) is { } failure)
        {
            return file with { End = OutcomeTranslation.EndOf(failure), Bytes = bytes.Length };
        }

        string sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await originals.PutAsync(sha256, bytes, cancellationToken).ConfigureAwait(false);
        return file with { Sha256 = sha256, Bytes = bytes.Length };
    }

    private async Task<byte[]?> ReadAsync(ZipArchiveEntry entry, CancellationToken cancellationToken)
    {
        await using Stream content = await entry.OpenAsync(cancellationToken).ConfigureAwait(false);
        using var bytes = new MemoryStream();
        byte[] buffer = new byte[81_920];
        for (int read = await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false); read > 0;
            read = await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false))
        {
            if (bytes.Length + read > options.Value.MaxFileBytes)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    private static string Clean(string name)
    {
        var clean = new StringBuilder();
        foreach (Rune rune in name.EnumerateRunes().Take(LongestName))
        {
            clean.Append(Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate ? "\uFFFD" : rune.ToString());
        }

        return clean.ToString();
    }
}
