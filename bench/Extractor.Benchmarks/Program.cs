using Extractor.Benchmarks;

return args switch
{
    ["whole-way", .. string[] files] => WholeWay.Run(files),
    ["growth", string file] => Growth.Run(file),
    ["pdf-corpus", string folder] => await PdfCorpus.RunAsync(folder),
    ["pdf-corpus-worker"] => PdfCorpus.Work(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        whole-way FILE…   time and memory from bytes to JSON in a warm process, beside the reference process (pdftotext -layout, python-docx)
        growth FILE.pdf   time and memory of the file and of the same pages twice (needs qpdf)
        pdf-corpus FOLDER how many PDF files of a folder return pages, end in which error, crash or take longer than 10 s
        """);
    return 2;
}
