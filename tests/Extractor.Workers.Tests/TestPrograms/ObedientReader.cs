using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Extractor.Models;

namespace Extractor.Workers.Tests.TestPrograms;

/// <summary>Claims files that begin with "order" and does what the next word says, inside the worker.</summary>
internal sealed class ObedientReader : IDocumentReader
{
    private const string Mark = "order ";

    public static byte[] Order(string order) => Encoding.UTF8.GetBytes(Mark + order);

    public bool CanRead(SourceFile file) => file.Bytes.Span.StartsWith("order "u8);

    public Document Read(SourceFile file, CancellationToken cancellationToken)
    {
        string[] words = Encoding.UTF8.GetString(file.Bytes.Span)[Mark.Length..].Split(' ');
        switch (words[0])
        {
            case "loop":
                Loop(null);
                break;
            case "progress-for-ever":
                Loop(file.Progressed);
                break;
            case "heap":
                EatHeap();
                break;
            case "memory":
                EatMemory();
                break;
            case "stack":
                Descend(0);
                break;
            case "exit":
                Environment.Exit(3);
                break;
            case "garbage":
                Console.OpenStandardOutput().Write(Encoding.UTF8.GetBytes("This is no frame."));
                break;
            case "bug":
                throw new InvalidOperationException("words of the document");
            case "poison":
                _ = Poisoned.Value;
                break;
            case "limit":
                throw new LimitExceededException("MaxPages", new LocalText("Quá nhiều trang.", "Too many pages."));
            case "encrypted":
                throw new EncryptedFileException(new LocalText("Tệp có mật khẩu.", "A password."));
            case "pages":
                for (int i = 0; i < 30; i++)
                {
                    Thread.Sleep(100);
                    file.Progressed!();
                }

                break;
            case "tell":
                throw new DamagedFileException(new LocalText("", Tell(words[1])));
        }

        return new Document { Format = FileFormat.Txt, Blocks = [] };
    }

    private static string Tell(string what) => what switch
    {
        "process" => Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture),
        "user" => File.ReadLines("/proc/self/status").First(line => line.StartsWith("Uid:", StringComparison.Ordinal)),
        "privileges" => File.ReadLines("/proc/self/status").First(line => line.StartsWith("NoNewPrivs:", StringComparison.Ordinal)),
        "limits" => File.ReadAllText("/proc/self/limits"),
        "secret" => Environment.GetEnvironmentVariable("WORKER_TESTS_SECRET") ?? "nothing",
        "network" => Connect(),
        _ => "",
    };

    private static string Connect()
    {
        try
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(new IPEndPoint(IPAddress.Parse("192.0.2.1"), 53));
            return "connected";
        }
        catch (SocketException exception)
        {
            return exception.SocketErrorCode.ToString();
        }
    }

    private static void Loop(Action? progressed)
    {
        while (true)
        {
            progressed?.Invoke();
            Thread.Sleep(1);
        }
    }

    private static void EatHeap()
    {
        var all = new List<byte[]>();
        while (true)
        {
            all.Add(new byte[1 << 20]);
        }
    }

    private static unsafe void EatMemory()
    {
        while (true)
        {
            // Touched, or the system would only promise it.
            new Span<byte>(NativeMemory.Alloc(1 << 24), 1 << 24).Fill(1);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Descend(int depth) => Descend(depth + 1) + 1;

    private static class Poisoned
    {
        public static readonly int Value = int.Parse("words of the document", System.Globalization.CultureInfo.InvariantCulture);
    }
}
