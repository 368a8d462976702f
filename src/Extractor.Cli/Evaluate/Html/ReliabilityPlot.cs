using System.Collections.Immutable;
using Extractor.Evaluation.Reliability;

namespace Extractor.Cli.Evaluate.Html;

/// <summary>A reliability diagram (DeGroot and Fienberg, 1983): share of right values over confidence, with the number of values below.</summary>
internal sealed class ReliabilityPlot(Wording wording)
{
    private const double CountHeight = 64;

    /// <summary>The drawing.</summary>
    public Markup Draw(ImmutableArray<ReliabilityBin> bins, string name)
    {
        double from = bins[0].From;
        ReliabilityBin[] filled = [.. bins.Where(b => b.Count > 0)];

        // The close-up still has to show a bin far below the diagonal.
        double low = filled.Length == 0 ? from : Math.Min(from, Math.Floor(filled.Min(b => b.Interval.Low) * 10) / 10);
        var frame = new PlotFrame(58, 12, 406, 230, from, 1, low, 1);
        var drawing = new Markup();
        drawing.Add($"<svg viewBox=\"0 0 480 400\" role=\"img\" aria-label=\"{name}\">\n");
        frame.AddAxes(drawing, 5, wording.Short, wording.Short);
        drawing.Add($"<line class=\"ideal\" x1=\"{frame.X(from)}\" y1=\"{frame.Y(from)}\" x2=\"{frame.X(1)}\" y2=\"{frame.Y(1)}\"/>\n");
        foreach (ReliabilityBin bin in filled)
        {
            AddBin(drawing, frame, bin);
        }

        frame.AddNames(drawing, wording.Say(PlotTexts.Confidence), wording.Say(PlotTexts.ShareRight));
        AddCounts(drawing, bins, new PlotFrame(58, 306, 406, CountHeight, from, 1, 0, 1));
        return drawing.Add($"</svg>\n");
    }

    private void AddBin(Markup drawing, PlotFrame frame, ReliabilityBin bin)
    {
        (double low, double high) = bin.Interval;
        double x = frame.X(bin.MeanConfidence);
        string words = wording.Say(PlotTexts.Bin(
            wording.Short(bin.From), wording.Short(bin.To), wording.Count(bin.Count), wording.Percent(bin.Accuracy), wording.Decimal(bin.MeanConfidence)));
        drawing.Add($"<g><title>{words}</title><line class=\"range\" x1=\"{x}\" x2=\"{x}\" y1=\"{frame.Y(low)}\" y2=\"{frame.Y(high)}\"/>");
        drawing.Add($"<path class=\"range\" d=\"M{x - 4} {frame.Y(low)}H{x + 4}M{x - 4} {frame.Y(high)}H{x + 4}\"/><circle class=\"point\" cx=\"{x}\" cy=\"{frame.Y(bin.Accuracy)}\" r=\"4.5\"/></g>\n");
    }

    // Nearly all values lie in the last bin: heights grow with the logarithm, the numbers stand above.
    private void AddCounts(Markup drawing, ImmutableArray<ReliabilityBin> bins, PlotFrame frame)
    {
        double top = Math.Log(2 + bins.Max(b => b.Count));
        foreach (ReliabilityBin bin in bins.Where(b => b.Count > 0))
        {
            double left = frame.X(bin.From) + 2;
            double height = Math.Log(1 + bin.Count) / top * (CountHeight - 16);
            drawing.Add($"<rect class=\"count\" x=\"{left}\" y=\"{frame.Bottom - height}\" width=\"{frame.X(bin.To) - 2 - left}\" height=\"{height}\"/>");
            drawing.Add($"<text x=\"{(frame.X(bin.From) + frame.X(bin.To)) / 2}\" y=\"{frame.Bottom - height - 4}\" text-anchor=\"middle\">{wording.Count(bin.Count)}</text>");
        }

        drawing.Add($"<path class=\"axis\" d=\"M{frame.Left} {frame.Bottom}H{frame.Right}\"/>");
        drawing.Add($"<text x=\"{frame.Left + (frame.Width / 2)}\" y=\"{frame.Bottom + 18}\" text-anchor=\"middle\">{wording.Say(PlotTexts.CountOfValues)}</text>\n");
    }
}
