using Extractor.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Extractor.Campaigns.Folders;

/// <summary>Finds the files of a campaign's folder, folder by folder. Cut off anywhere, it goes on at the folder it was in.</summary>
internal sealed partial class FolderWalk(
    CampaignIntake intake, CampaignWatch watch, IOptions<CampaignOptions> options, IOptions<StorageOptions> storage, ILogger<FolderWalk> logger)
{
    /// <summary>The folder cannot be seen from here.</summary>
    public const string FolderMissing = "folder-missing";

    private const int Batch = 1000;

    public async Task RunAsync(long id, CancellationToken cancellationToken)
    {
        if (await watch.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { EnumeratedAt: null, Order.Folder: { } root })
        {
            return;
        }

        if (!Directory.Exists(root))
        {
            await intake.TellObstacleAsync(id, FolderMissing, cancellationToken).ConfigureAwait(false);
            return;
        }

        await intake.TellObstacleAsync(id, null, cancellationToken).ConfigureAwait(false);
        while (await intake.NextFolderAsync(id, cancellationToken).ConfigureAwait(false) is { } folder)
        {
            if (await watch.StateAsync(id, cancellationToken).ConfigureAwait(false) is not (CampaignState.Running or CampaignState.Waiting))
            {
                return;
            }

            await ListAsync(id, root, folder, cancellationToken).ConfigureAwait(false);
        }

        await intake.CompleteAsync(id, cancellationToken).ConfigureAwait(false);
    }

    private async Task ListAsync(long id, string root, WaitingFolder folder, CancellationToken cancellationToken)
    {
        var files = new List<FoundFile>();
        var folders = new List<string>();
        long passedOver = 0;
        string full = Path.Join(root, folder.Path);
        // Reading the service's own store would never end.
        bool isReadable = folder.Depth <= options.Value.MaxDepth && RealPath.Of(full) != RealPath.Of(storage.Value.DataDirectory);
        try
        {
            foreach ((string name, EntryKind kind) in isReadable ? FolderListing.Of(full) : [])
            {
                string path = folder.Path.Length == 0 ? name : $"{folder.Path}/{name}";
                switch (kind)
                {
                    case EntryKind.File:
                        files.Add(new FoundFile(path, path));
                        break;
                    case EntryKind.Folder:
                        folders.Add(path);
                        break;
                    default:
                        passedOver++;
                        break;
                }

                if (files.Count + folders.Count == Batch)
                {
                    await intake.AddAsync(id, folder, files, folders, cancellationToken).ConfigureAwait(false);
                    files.Clear();
                    folders.Clear();
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && Directory.Exists(root))
        {
            LogUnreadable(logger, id, folder.Id, exception.Message);
            isReadable = false;
        }

        await intake.AddAsync(id, folder, files, folders, cancellationToken).ConfigureAwait(false);
        await intake.CompleteAsync(id, folder, isReadable, passedOver, cancellationToken).ConfigureAwait(false);
    }

    [LoggerMessage(LogLevel.Warning, "Folder {Folder} of campaign {Campaign} cannot be listed: {Reason}")]
    private static partial void LogUnreadable(ILogger logger, long campaign, long folder, string reason);
}
