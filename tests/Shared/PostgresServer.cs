using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Extractor.Tests.Shared;

/// <summary>A PostgreSQL cluster of the test's own: made from Debian's programs in a temporary folder, on a free port of loopback, gone afterwards.</summary>
internal sealed class PostgresServer : IDisposable
{
    private static readonly Lazy<PostgresServer> OfTests = new(() => new PostgresServer(durable: false));

    private readonly string _folder = Directory.CreateTempSubdirectory("extractor-pg-").FullName;
    private readonly bool _durable;
    private bool _runs;

    public PostgresServer(bool durable)
    {
        _durable = durable;
        Run("chmod", "755", _folder);
        if (IsRoot)
        {
            Run("chown", "postgres", _folder);
        }

        Port = FreePort();
        AsServer($"{Programs}/initdb -D {Data} -A trust -U postgres -E UTF8 --locale=C.UTF-8 >/dev/null");
        // Before it starts, and whatever becomes of this process.
        GoneWithThisProcess.Folder(_folder, $"kill -QUIT $(head -n 1 {Data}/postmaster.pid); sleep 1");
        Start();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    /// <summary>One server for all tests of the process; it does not sync, because no test pulls the plug.</summary>
    public static PostgresServer Shared => OfTests.Value;

    public int Port { get; }

    private static bool IsRoot => Environment.UserName == "root";

    private static string Programs => Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal)
        .LastOrDefault() is { } version ? Path.Combine(version, "bin") : throw new InvalidOperationException("PostgreSQL is needed: apt-get install postgresql");

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Makes an empty database.</summary>
    /// <returns>How to reach it.</returns>
    public string CreateDatabase()
    {
        string name = "t" + Guid.NewGuid().ToString("N");
        AsServer($"{Programs}/createdb -h 127.0.0.1 -p {Port} -U postgres {name}");
        return $"Host=127.0.0.1;Port={Port};Username=postgres;Database={name};Maximum Pool Size=20";
    }

    public void Start()
    {
        string sync = _durable ? "" : " -c fsync=off -c synchronous_commit=off";
        AsServer($"{Programs}/pg_ctl -D {Data} -w -s -l {_folder}/log -o '-p {Port} -k {_folder} -c listen_addresses=127.0.0.1{sync}' start");
        _runs = true;
    }

    /// <summary>Ends the server as a crash would.</summary>
    public void Crash()
    {
        AsServer($"{Programs}/pg_ctl -D {Data} -m immediate -s -w stop");
        _runs = false;
    }

    public void Dispose()
    {
        if (_runs)
        {
            Crash();
        }

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // The server refuses to run as root.
    private void AsServer(string command)
    {
        if (IsRoot)
        {
            Run("su", "postgres", "-s", "/bin/sh", "-c", $"cd {_folder} && {command}");
        }
        else
        {
            Run("/bin/sh", "-c", command);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        // The server inherits what it is given, so nothing of it may be waited for.
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
