using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Pages;

/// <summary>How a page's default user space lies on the page as seen: crop box, /Rotate and /UserUnit.</summary>
internal sealed class PageGeometry
{
    private const double LongestSide = 1_000_000;

    /// <summary>Creates the geometry of a page whose boxes are any two opposite corners in user space.</summary>
    public PageGeometry(double x0, double y0, double x1, double y1, int rotate, double userUnit)
    {
        double width = (x1 - x0) * userUnit;
        double height = (y1 - y0) * userUnit;
        Rotate = ((rotate % 360) + 360) % 360 / 90 * 90;
        (Width, Height) = Rotate is 90 or 270 ? (height, width) : (width, height);
        double u = userUnit;
        ToPage = Rotate switch
        {
            90 => new PdfMatrix(0, u, u, 0, -y0 * u, -x0 * u),
            180 => new PdfMatrix(-u, 0, 0, u, x1 * u, -y0 * u),
            270 => new PdfMatrix(0, -u, -u, 0, y1 * u, x1 * u),
            _ => new PdfMatrix(u, 0, 0, -u, -x0 * u, y1 * u),
        };
    }

    /// <summary>Width as seen, in points.</summary>
    public double Width { get; }

    /// <summary>Height as seen, in points.</summary>
    public double Height { get; }

    /// <summary>Clockwise turn of the page: 0, 90, 180 or 270.</summary>
    public int Rotate { get; }

    /// <summary>From default user space to page space (origin top left, y down, points): the first CTM of the page's content.</summary>
    public PdfMatrix ToPage { get; }

    /// <summary>Where a rectangle of user space stands on the page.</summary>
    public PdfBox ToBox(double x0, double y0, double x1, double y1) => ToPage.Bounds(x0, y0, x1, y1);

    /// <summary>Where a /Rect array stands on the page, or null where it is none.</summary>
    public PdfBox? ToBox(PdfArray? rectangle) =>
        rectangle is { Count: >= 4 }
            ? ToBox(rectangle.GetNumber(0), rectangle.GetNumber(1), rectangle.GetNumber(2), rectangle.GetNumber(3))
            : null;

    /// <summary>Reads the boxes; the crop box is cut to the media box, a missing or empty one is replaced (A4 where nothing is left).</summary>
    public static PageGeometry From(PdfArray? mediaBox, PdfArray? cropBox, int rotate, double userUnit)
    {
        (double X0, double Y0, double X1, double Y1) media = Corners(mediaBox) ?? (0, 0, 595.276, 841.89);
        (double X0, double Y0, double X1, double Y1) box = media;
        if (Corners(cropBox) is { } crop)
        {
            box = (Math.Max(crop.X0, media.X0), Math.Max(crop.Y0, media.Y0), Math.Min(crop.X1, media.X1), Math.Min(crop.Y1, media.Y1));
            if (box.X1 <= box.X0 || box.Y1 <= box.Y0)
                box = media;
        }

        return new PageGeometry(box.X0, box.Y0, box.X1, box.Y1, rotate, userUnit is > 0 and < 10_000 ? userUnit : 1);
    }

    private static (double X0, double Y0, double X1, double Y1)? Corners(PdfArray? box)
    {
        if (box is not { Count: >= 4 })
            return null;
        double ax = Side(box, 0), ay = Side(box, 1), bx = Side(box, 2), by = Side(box, 3);
        (double X0, double Y0, double X1, double Y1) corners = (Math.Min(ax, bx), Math.Min(ay, by), Math.Max(ax, bx), Math.Max(ay, by));
        return corners.X1 > corners.X0 && corners.Y1 > corners.Y0 ? corners : null;
    }

    private static double Side(PdfArray box, int index) => Math.Clamp(box.GetNumber(index), -LongestSide, LongestSide);
}
