using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Extractor.Evaluation.Reliability;

namespace Extractor.Cli.Evaluate.Html;

/// <summary>The risk-coverage curve: how much is wrong among the surest part of the values, over the size of that part.</summary>
internal sealed class RiskPlot(Wording wording)
{
    private const int MostPoints = 400;
    private const double Limit = 0.001;
    private const int Parts = 5;

    // A curve without errors still needs a scale on which the limit can be seen.
    private const double LeastTop = 0.002;

    private static readonly double[] RoundSteps = [1, 2, 2.5, 5, 10];

    /// <summary>The drawing.</summary>
    public Markup Draw(ImmutableArray<RiskPoint> curve, RiskPoint? untouched, string name)
    {
        ImmutableArray<RiskPoint> points = RiskCurves.Thin(curve, MostPoints);
        var frame = new PlotFrame(62, 12, 394, 230, 0, 1, 0, RoundUp(points.IsEmpty ? 0 : points.Max(p => p.Risk)));
        var drawing = new Markup();
        drawing.Add($"<svg viewBox=\"0 0 480 290\" role=\"img\" aria-label=\"{name}\">\n");
        frame.AddAxes(drawing, Parts, x => wording.Percent(Math.Round(x, 4)), y => wording.Percent(Math.Round(y, 6)));
        if (!points.IsEmpty)
        {
            string line = PathOf(points, frame);
            drawing.Add($"<path class=\"area\" d=\"{line}V{frame.Bottom}H{frame.X(points[0].Coverage)}Z\"/><path class=\"curve\" d=\"{line}\"/>\n");
        }

        drawing.Add($"<line class=\"limit\" x1=\"{frame.Left}\" x2=\"{frame.Right}\" y1=\"{frame.Y(Limit)}\" y2=\"{frame.Y(Limit)}\"/>");
        drawing.Add($"<text x=\"{frame.Left + 6}\" y=\"{frame.Y(Limit) - 5}\">{wording.Say(PlotTexts.Limit(wording.Percent(Limit)))}</text>\n");
        if (untouched is not null)
        {
            AddMark(drawing, frame, untouched);
        }

        frame.AddNames(drawing, wording.Say(PlotTexts.Coverage), wording.Say(PlotTexts.Risk));
        return drawing.Add($"</svg>\n");
    }

    // The least end of the axis whose fifths are figures people read easily.
    private static double RoundUp(double risk)
    {
        double least = Math.Max(risk, LeastTop);
        double power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return RoundSteps.Select(step => step * power).First(top => top >= least * (1 - 1e-9));
    }

    private void AddMark(Markup drawing, PlotFrame frame, RiskPoint untouched)
    {
        double x = frame.X(untouched.Coverage), y = frame.Y(untouched.Risk);
        bool isRight = untouched.Coverage > 0.5;
        drawing.Add($"<circle class=\"point\" cx=\"{x}\" cy=\"{y}\" r=\"4.5\"/>");
        drawing.Add($"<text class=\"strong\" x=\"{x + (isRight ? -8 : 8)}\" y=\"{frame.Y(Limit) - 20}\" text-anchor=\"{(isRight ? "end" : "start")}\">{wording.Percent(untouched.Coverage)}</text>\n");
    }

    private static string PathOf(ImmutableArray<RiskPoint> points, PlotFrame frame)
    {
        var path = new StringBuilder();
        foreach (RiskPoint point in points)
        {
            path.Append(path.Length == 0 ? 'M' : 'L')
                .Append(CultureInfo.InvariantCulture, $"{frame.X(point.Coverage):0.##} {frame.Y(point.Risk):0.##}");
        }

        return path.ToString();
    }
}
