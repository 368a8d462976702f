using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Extractor.Cli;
using Extractor.Cli.Terminals;
using Extractor.Workers;

if (args is [WorkerCommand.Argument])
{
    return Work();
}

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var interrupted = new CancellationTokenSource();

// The first signal lets the current file end in a named state; the second one ends the process at once.
void Interrupt(PosixSignalContext context)
{
    context.Cancel = !interrupted.IsCancellationRequested;
    interrupted.Cancel();
}

using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
using Terminal terminal = Terminal.OfProcess();
return new CommandLine(terminal, Pipelines.Create).Run(args, interrupted.Token);

// Not part of the main path: one file is read without a worker, and then nothing of them is loaded.
[MethodImpl(MethodImplOptions.NoInlining)]
static int Work() => WorkerServer.Run(Pipelines.Create);
