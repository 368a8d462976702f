using Extractor.Api.Problems;
using Extractor.Storage;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Jobs;

/// <summary>Takes nothing more while the disk is almost full: the database must be able to go on.</summary>
internal sealed class DiskSpace(IOptions<JobOptions> jobs, IOptions<StorageOptions> storage)
{
    private static readonly Problem StorageFull = new("storage-full", 507, new("Ổ đĩa sắp đầy", "The disk is almost full"));

    /// <exception cref="ProblemException">There is too little space.</exception>
    public void Check()
    {
        if (new DriveInfo(Path.GetFullPath(storage.Value.DataDirectory)).AvailableFreeSpace < (long)jobs.Value.MinFreeMegabytes << 20)
        {
            throw new ProblemException(StorageFull, new(
                "Chưa nhận thêm tệp được; hãy báo cho người quản trị giải phóng ổ đĩa của kho dữ liệu.",
                "No more files can be taken; tell the operator to free space on the disk of the data directory."));
        }
    }
}
