namespace Extractor.Cli.Evaluate.Html;

/// <summary>The frame of a plot: from data to points of the drawing, axes, grid and labels.</summary>
/// <param name="Left">Distance of the frame from the left border.</param>
/// <param name="Top">Distance of the frame from the upper border.</param>
/// <param name="Width">Width of the frame.</param>
/// <param name="Height">Height of the frame.</param>
/// <param name="XFrom">Least value of the horizontal axis.</param>
/// <param name="XTo">Largest value of the horizontal axis.</param>
/// <param name="YFrom">Least value of the vertical axis.</param>
/// <param name="YTo">Largest value of the vertical axis.</param>
internal sealed record PlotFrame(
    double Left, double Top, double Width, double Height, double XFrom, double XTo, double YFrom, double YTo)
{
    private const double LabelGap = 8;

    /// <summary>Lower border.</summary>
    public double Bottom => Top + Height;

    /// <summary>Right border.</summary>
    public double Right => Left + Width;

    /// <summary>Horizontal place of a value.</summary>
    public double X(double value) => Left + ((Math.Clamp(value, XFrom, XTo) - XFrom) / (XTo - XFrom) * Width);

    /// <summary>Vertical place of a value.</summary>
    public double Y(double value) => Bottom - ((Math.Clamp(value, YFrom, YTo) - YFrom) / (YTo - YFrom) * Height);

    /// <summary>Adds grid and labels for both axes.</summary>
    public void AddAxes(Markup drawing, int parts, Func<double, string> xLabel, Func<double, string> yLabel)
    {
        for (int i = 0; i <= parts; i++)
        {
            double y = YFrom + ((YTo - YFrom) * i / parts);
            drawing.Add($"<line class=\"grid\" x1=\"{Left}\" x2=\"{Right}\" y1=\"{Y(y)}\" y2=\"{Y(y)}\"/><text x=\"{Left - LabelGap}\" y=\"{Y(y) + 4}\" text-anchor=\"end\">{yLabel(y)}</text>");
        }

        for (int i = 0; i <= parts; i++)
        {
            double x = XFrom + ((XTo - XFrom) * i / parts);
            drawing.Add($"<line class=\"axis\" x1=\"{X(x)}\" x2=\"{X(x)}\" y1=\"{Bottom}\" y2=\"{Bottom + 4}\"/><text x=\"{X(x)}\" y=\"{Bottom + 18}\" text-anchor=\"middle\">{xLabel(x)}</text>");
        }

        drawing.Add($"<path class=\"axis\" d=\"M{Left} {Top}V{Bottom}H{Right}\"/>\n");
    }

    /// <summary>Names the axes.</summary>
    public void AddNames(Markup drawing, string x, string y) => drawing.Add(
        $"<text x=\"{Left + (Width / 2)}\" y=\"{Bottom + 36}\" text-anchor=\"middle\">{x}</text><text x=\"14\" y=\"{Top + (Height / 2)}\" text-anchor=\"middle\" transform=\"rotate(-90 14 {Top + (Height / 2)})\">{y}</text>\n");
}
