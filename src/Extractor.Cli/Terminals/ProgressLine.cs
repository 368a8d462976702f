using Extractor.Models;

namespace Extractor.Cli.Terminals;

/// <summary>Tells how far a run of several files is: one line that renews itself on a screen, a line now and then in a log.</summary>
internal sealed class ProgressLine(Terminal terminal, int total, UserLanguage language)
{
    private const int FilesPerLogLine = 100;
    private bool _isDrawn;

    /// <summary>Counts one file that is done.</summary>
    public void Show(int done, int failed)
    {
        if (total < 2)
        {
            return;
        }

        string text = Texts.Progress(done, total, failed).In(language);
        if (terminal.ErrorIsScreen)
        {
            terminal.Error.Write($"\r{text}\u001B[K");
            _isDrawn = true;
        }
        else if (done % FilesPerLogLine == 0)
        {
            terminal.Error.WriteLine(text);
        }
    }

    /// <summary>Makes room for another message.</summary>
    public void Clear()
    {
        if (_isDrawn)
        {
            terminal.Error.Write("\r\u001B[K");
            _isDrawn = false;
        }
    }
}
