using System.Diagnostics;
using System.Text;

namespace Extractor.Api.Tests.Scanning;

/// <summary>Debian's clamd with one signature of the test's own, on a socket in a temporary folder, gone afterwards.</summary>
internal sealed class RealClamd : IAsyncDisposable
{
    /// <summary>Bytes it takes of one file.</summary>
    public const int Limit = 1 << 20;

    private readonly string _folder = GoneWithThisProcess.NewFolder("av");
    private readonly Process _process;

    public RealClamd()
    {
        string database = Directory.CreateDirectory(Path.Combine(_folder, "db")).FullName;
        // Name, any kind of file, any place, the bytes.
        File.WriteAllText(Path.Combine(database, "test.ndb"), $"Extractor.Test:0:*:{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(FakeClamd.Marker))}\n");
        string settings = Path.Combine(_folder, "clamd.conf");
        File.WriteAllText(settings, $"Foreground yes\nLocalSocket {Address}\nDatabaseDirectory {database}\nTemporaryDirectory {_folder}\nStreamMaxLength {Limit}\n");
        _process = Process.Start(new ProcessStartInfo("clamd", ["--config-file", settings]) { RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException("clamd is needed: apt-get install clamav-daemon");
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Address => Path.Combine(_folder, "clamd.sock");

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
