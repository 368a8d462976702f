using Extractor.Benchmarks;

return args switch
{
    ["whole-way", .. string[] files] => WholeWay.Run(files),
    ["growth", string file] => Growth.Run(file),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        whole-way FILE…   time and memory from bytes to JSON in a warm process, beside the reference process (pdftotext -layout, python-docx)
        growth FILE.pdf   time and memory of the file and of the same pages twice (needs qpdf)
        """);
    return 2;
}
