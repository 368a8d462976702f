using Extractor.Pdf.Pages;
using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Content;

internal sealed partial class ContentInterpreter
{
    private bool TryPath(uint operation, ReadOnlySpan<PdfValue> operands)
    {
        switch (operation)
        {
            case Operators.MoveTo when operands.Length >= 2:
                _path.MoveTo(_state.Transform, operands[^2].AsNumber(), operands[^1].AsNumber());
                return true;
            case Operators.LineTo when operands.Length >= 2:
                _path.LineTo(_state.Transform, operands[^2].AsNumber(), operands[^1].AsNumber());
                return true;
            case Operators.Curve or Operators.CurveFromCurrent or Operators.CurveToFinal when operands.Length >= 4:
                _path.CurveTo(_state.Transform, operands[^2].AsNumber(), operands[^1].AsNumber());
                return true;
            case Operators.Rectangle when operands.Length >= 4:
                _path.Rectangle(
                    _state.Transform, operands[^4].AsNumber(), operands[^3].AsNumber(), operands[^2].AsNumber(), operands[^1].AsNumber());
                return true;
            case Operators.ClosePath:
                _path.Close();
                return true;
            case Operators.Clip or Operators.ClipEvenOdd:
                _clipsNext = true;
                return true;
            default:
                return TryPaint(operation);
        }
    }

    private bool TryPaint(uint operation)
    {
        switch (operation)
        {
            case Operators.StrokePath:
                Paint(fills: false, strokes: true);
                return true;
            case Operators.CloseAndStroke:
                _path.Close();
                Paint(fills: false, strokes: true);
                return true;
            case Operators.FillPath or Operators.FillPathOld or Operators.FillEvenOdd:
                Paint(fills: true, strokes: false);
                return true;
            case Operators.FillAndStroke or Operators.FillAndStrokeEvenOdd:
                Paint(fills: true, strokes: true);
                return true;
            case Operators.CloseFillAndStroke or Operators.CloseFillAndStrokeEvenOdd:
                _path.Close();
                Paint(fills: true, strokes: true);
                return true;
            case Operators.EndPath:
                Paint(fills: false, strokes: false);
                return true;
            default:
                return false;
        }
    }

    private void Paint(bool fills, bool strokes)
    {
        if (fills && _state.Fill.IsVisible && !_marked.IsHidden)
            Rulings.Fill(_path.Points, _state.Clip);
        if (strokes && _state.Stroke.IsVisible && !_marked.IsHidden)
            Rulings.Stroke(_path.Points, _state.LineWidth * Scale(_state.Transform), _state.Clip);
        // A path that clips does so after it is painted.
        if (_clipsNext)
            _state.Intersect(_path.Bounds() ?? default);
        _clipsNext = false;
        _path.Clear();
    }

    private static double Scale(in PdfMatrix matrix) => Math.Sqrt(Math.Abs((matrix.A * matrix.D) - (matrix.B * matrix.C)));
}
