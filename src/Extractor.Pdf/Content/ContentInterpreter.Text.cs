using Extractor.Pdf.Pages;
using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Content;

internal sealed partial class ContentInterpreter
{
    private bool TryText(uint operation, ReadOnlySpan<PdfValue> operands)
    {
        switch (operation)
        {
            case Operators.BeginText:
                _text.SetMatrix(PdfMatrix.Identity);
                return true;
            case Operators.TextMatrix when TryMatrix(operands, out PdfMatrix matrix):
                _text.SetMatrix(matrix);
                return true;
            case Operators.MoveText when operands.Length >= 2:
                _text.MoveLine(operands[^2].AsNumber(), operands[^1].AsNumber());
                return true;
            case Operators.MoveTextSetLeading when operands.Length >= 2:
                _state.Text.Leading = -operands[^1].AsNumber();
                _text.MoveLine(operands[^2].AsNumber(), operands[^1].AsNumber());
                return true;
            case Operators.NextLine:
                _text.MoveLine(0, -_state.Text.Leading);
                return true;
            case Operators.Show when operands.Length > 0:
                ShowSpaced(operands[^1]);
                return true;
            case Operators.ShowSpaced when operands.Length > 0:
                ShowSpaced(operands[^1]);
                return true;
            case Operators.NextLineShow when operands.Length > 0:
                _text.MoveLine(0, -_state.Text.Leading);
                Show(operands[^1]);
                return true;
            case Operators.NextLineShowSpaced when operands.Length >= 3:
                _state.Text.WordSpacing = operands[^3].AsNumber();
                _state.Text.CharacterSpacing = operands[^2].AsNumber();
                _text.MoveLine(0, -_state.Text.Leading);
                Show(operands[^1]);
                return true;
            default:
                return operands.Length > 0 && TryTextParameter(operation, operands);
        }
    }

    private bool TryTextParameter(uint operation, ReadOnlySpan<PdfValue> operands)
    {
        double value = operands[^1].AsNumber();
        switch (operation)
        {
            case Operators.CharacterSpacing:
                _state.Text.CharacterSpacing = value;
                return true;
            case Operators.WordSpacing:
                _state.Text.WordSpacing = value;
                return true;
            case Operators.HorizontalScale:
                _state.Text.HorizontalScale = value / 100;
                return true;
            case Operators.Leading:
                _state.Text.Leading = value;
                return true;
            case Operators.RenderMode:
                _state.Text.RenderMode = operands[^1].AsInteger();
                return true;
            case Operators.Rise:
                _state.Text.Rise = value;
                return true;
            case Operators.Font when operands.Length >= 2:
                SetFont(operands[^2], value);
                return true;
            default:
                return false;
        }
    }

    private void SetFont(PdfValue name, double size)
    {
        _state.Text.Size = size;
        if (name.AsName() is not { } key)
            return;
        PdfValue entry = _resources?.GetDictionary("Font")?.Raw(key) ?? default;
        // Appearances of form fields may rely on the resources of the whole form.
        if (entry.IsNull)
            entry = formFonts?.Raw(key) ?? default;
        _state.Text.Font = _fonts.Get(entry);
    }

    private void ShowSpaced(PdfValue operand)
    {
        if (operand.AsArray() is not { } items)
        {
            Show(operand);
            return;
        }

        foreach (PdfValue item in items.Raw)
        {
            if (item.Kind == PdfKind.Number)
                _text.Adjust(_state.Text, item.AsNumber());
            else
                Show(item);
        }
    }

    private void Show(PdfValue text)
    {
        if (!_marked.IsHidden)
            _text.Show(_state, text.AsBytes());
    }
}
