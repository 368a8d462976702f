using System.Runtime.InteropServices;
using Extractor.Models;
using Extractor.Storage;
using Microsoft.Win32.SafeHandles;

namespace Extractor.Campaigns.Folders;

/// <summary>Reads a file of a campaign's folder; whatever it is, this ends.</summary>
internal static class ReportFile
{
    private const int Refused = 13;
    private const int NotFound = 2;

    // open(2): a pipe must not be waited for, and a link that has taken the file's place must not be followed.
    private const int NoWaiting = 0x800;
    private const int CloseOnExec = 0x80000;

    private static int NoFollowing => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 or Architecture.X86 => 0x20000,
        Architecture.Arm64 or Architecture.Arm => 0x8000,
        _ => 0,
    };

    /// <summary>The bytes, or why there are none.</summary>
    public static (byte[]? Bytes, FailedEnd? Failure) Read(string folder, string path, long most)
    {
        try
        {
            using SafeFileHandle handle = Open(Path.Join(folder, path));
            using var stream = new FileStream(handle, FileAccess.Read, bufferSize: 0);
            if (!stream.CanSeek)
            {
                return (null, NotReadable);
            }

            return ReadAll(stream, most) is { } bytes ? (bytes, null) : (null, TooLarge(most));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return (null, NotReadable);
        }
    }

    /// <summary>Somebody must look why.</summary>
    public static FailedEnd NotReadable { get; } = new(DocumentState.Quarantined, "not-readable", new LocalText(
        "Không đọc được tệp: tệp đã bị xóa, đổi tên hoặc không có quyền; hãy kiểm tra rồi thử lại.",
        "The file cannot be read: it was removed or renamed, or may not be read; check it and try again."));

    /// <summary>Larger than the operator allows.</summary>
    public static FailedEnd TooLarge(long most) => new(DocumentState.Quarantined, "too-large", new LocalText(
        $"Tệp lớn hơn {most >> 20} MiB.", $"The file is larger than {most >> 20} MiB."));

    private static byte[]? ReadAll(FileStream stream, long most)
    {
        if (stream.Length > most)
        {
            return null;
        }

        // A file can grow while it is read: only what arrives counts.
        using var content = new MemoryStream((int)stream.Length);
        byte[] buffer = new byte[81_920];
        for (int read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            if (content.Length + read > most)
            {
                return null;
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    private static SafeFileHandle Open(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return File.OpenHandle(path);
        }

        int descriptor = Open(PathText.Encode(path), NoWaiting | CloseOnExec | NoFollowing);
        return descriptor >= 0 ? new SafeFileHandle(descriptor, ownsHandle: true) : throw Marshal.GetLastPInvokeError() switch
        {
            NotFound => new FileNotFoundException("The file is gone.", path),
            Refused => new UnauthorizedAccessException("The file may not be read."),
            _ => new IOException(Marshal.GetLastPInvokeErrorMessage()),
        };
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);
}
