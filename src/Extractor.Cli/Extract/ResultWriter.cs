using Extractor.Cli.Terminals;
using Extractor.Models;

namespace Extractor.Cli.Extract;

/// <summary>Writes results where and how the user asked for them.</summary>
internal sealed class ResultWriter(Terminal terminal, ExtractRequest request)
{
    private readonly ResultFolder? _folder = request.OutputFolder is { } folder ? new ResultFolder(folder) : null;

    /// <summary>Whether the JSON is for people: a file of its own, or the only result.</summary>
    public bool IsIndented(bool isOnly) => _folder is not null || isOnly;

    public void Write(InputFile input, ExtractionResult result, bool isOnly)
    {
        _folder?.Write(input.OutputName, ExtractorJson.Serialize(result, indented: true));
        if (request.AsTable)
        {
            WriteTable(input, result);
        }
        else if (_folder is null)
        {
            terminal.WriteLine(ExtractorJson.Serialize(result, indented: isOnly));
        }
    }

    /// <summary>Writes a result that is JSON already.</summary>
    public void Write(InputFile input, ReadOnlyMemory<byte> json)
    {
        _folder?.Write(input.OutputName, json.Span);
        if (request.AsTable)
        {
            WriteTable(input, ExtractorJson.Deserialize(json.Span));
        }
        else if (_folder is null)
        {
            terminal.WriteLine(json.Span);
        }
    }

    private void WriteTable(InputFile input, ExtractionResult result)
    {
        using StreamWriter writer = terminal.OpenWriter();
        new ResultTable(request.Language, terminal.Width, terminal.UseColour).Write(writer, input.Path, result);
    }
}
