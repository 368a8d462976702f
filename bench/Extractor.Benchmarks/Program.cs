using System.Globalization;
using Extractor.Benchmarks;
using Extractor.Workers;

return args switch
{
    ["whole-way", .. string[] files] => WholeWay.Run(files),
    ["growth", string file] => Growth.Run(file, [2]),
    ["growth", string file, .. string[] times] => Growth.Run(file, [.. times.Select(ToCount)]),
    ["stages", string file] => Stages.Run(file, 1),
    ["stages", string file, string times] => Stages.Run(file, ToCount(times)),
    ["cold-start", string program, .. string[] arguments] => ColdStart.Run(program, arguments),
    ["start-profile", string profile, string folder, .. string[] lists] => StartProfile.Run(lists, folder, profile),
    ["pdf-corpus", string folder] => await PdfCorpus.RunAsync(folder),
    ["pdf-corpus-worker"] => PdfCorpus.Work(),
    ["workers", .. string[] files] => await WorkerOverhead.RunAsync(files),
    [WorkerCommand.Argument] => WorkerServer.Run(Pipelines.Create),
    _ => Usage(),
};

static int ToCount(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine("""
        whole-way FILE…          time and memory from bytes to JSON in a warm process, in turns with the reference (pdftotext -layout, python-docx)
        growth FILE [TIMES…]     time and memory of the file and of the same pages, rows or lines twice, or as many times as asked (PDF needs qpdf)
        stages FILE [TIMES]      time and memory of each stage
        cold-start PROGRAM ARG…  wall time of a whole process
        start-profile OUT FOLDER LIST…  what lists of methods compiled at run time say, as a profile for compiling the program of a folder ahead of time
        workers FILE…            time of a file read by a worker process, in turns with the same file read in this process
        pdf-corpus FOLDER        how many PDF files of a folder return pages, end in which error, crash or take longer than 10 s
        """);
    return 2;
}
