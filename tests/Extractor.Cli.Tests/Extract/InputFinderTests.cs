using Extractor.Cli.Extract;

namespace Extractor.Cli.Tests.Extract;

public sealed class InputFinderTests : IDisposable
{
    private readonly string _folder = GoneWithThisProcess.NewFolder("finder-tests");

    [Fact]
    public void A_folder_gives_its_documents_in_order_and_names_what_it_passes_over()
    {
        Touch("b.docx", "a/z.PDF", "a/no-extension", "c.txt", "c.gold.json", "d.json", ".hidden.docx", "~$b.docx");

        Inputs inputs = new InputFinder(takesEveryFile: false).Find([_folder]);

        Assert.Equal(["b.docx", "c.txt", "a/no-extension", "a/z.PDF"], inputs.Files.Select(file => file.OutputName));
        Assert.Equal([(".json", 2), ("hidden", 1), ("~$", 1)], inputs.PassedOver.Select(kind => (kind.Key, kind.Value)));
    }

    [Fact]
    public void A_folder_gives_everything_when_asked()
    {
        Touch("a.docx", "b.json", ".hidden");

        Inputs inputs = new InputFinder(takesEveryFile: true).Find([_folder]);

        Assert.Equal([".hidden", "a.docx", "b.json"], inputs.Files.Select(file => file.OutputName));
        Assert.Empty(inputs.PassedOver);
    }

    [Fact]
    public void A_named_file_is_read_whatever_it_is_called()
    {
        Touch("report.json");

        Inputs inputs = new InputFinder(takesEveryFile: false).Find([Path.Combine(_folder, "report.json")]);

        Assert.Equal("report.json", Assert.Single(inputs.Files).OutputName);
    }

    [Fact]
    public void Links_inside_a_folder_are_not_followed()
    {
        Touch("outside/secret.docx", "in/report.docx");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "in/out-of-it"), Path.Combine(_folder, "outside"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "in/circle"), Path.Combine(_folder, "in"));
        File.CreateSymbolicLink(Path.Combine(_folder, "in/link.docx"), Path.Combine(_folder, "outside/secret.docx"));

        Inputs inputs = new InputFinder(takesEveryFile: true).Find([Path.Combine(_folder, "in")]);

        Assert.Equal(["report.docx"], inputs.Files.Select(file => file.OutputName));
        Assert.Equal(3, inputs.PassedOver["link"]);
    }

    [Fact]
    public void Output_names_never_meet_and_never_leave_the_output_folder()
    {
        Touch("a/x/r.docx", "b/x/r.docx", "b/R.docx", "c/deep/er/r.docx");

        Inputs inputs = new InputFinder(takesEveryFile: false).Find(
            [Path.Combine(_folder, "a/x/r.docx"), Path.Combine(_folder, "b"), Path.Combine(_folder, "c/deep/er/r.docx")]);

        string[] names = [.. inputs.Files.Select(file => file.OutputName)];
        Assert.Equal(["a/x/r.docx", "b/R.docx", "b/x/r.docx", "c/deep/er/r.docx"], names.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(names, name => name.Contains("..", StringComparison.Ordinal) || Path.IsPathRooted(name));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Touch(params string[] names)
    {
        foreach (string name in names)
        {
            string path = Path.Combine(_folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, name);
        }
    }
}
