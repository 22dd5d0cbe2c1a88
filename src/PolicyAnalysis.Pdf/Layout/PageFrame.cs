using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace PolicyAnalysis.Pdf.Layout;

/// <summary>How a page is held so that its text runs from the left: turned where it is set sideways, seen in a mirror where it is written from the right.</summary>
internal readonly record struct PageFrame(double Along, double Up, bool IsMirrored)
{
    private const double Furthest = 1e6;

    private static readonly TextOrientation[] Orientations = [TextOrientation.Horizontal, TextOrientation.Rotate90, TextOrientation.Rotate180, TextOrientation.Rotate270];

    /// <summary>The frame in which most letters of a page stand upright, and the orientation that those have.</summary>
    public static PageFrame Of(IReadOnlyList<Letter> letters, out TextOrientation orientation)
    {
        Span<int> counts = stackalloc int[4];
        int fromTheRight = 0;
        int visible = 0;
        foreach (Letter letter in letters)
        {
            if (string.IsNullOrWhiteSpace(letter.Value))
                continue;
            visible++;
            int turned = Array.IndexOf(Orientations, letter.TextOrientation);
            if (turned >= 0)
                counts[turned]++;
            if (WritingDirection.IsFromTheRight(letter.Value[0]))
                fromTheRight++;
        }

        int main = 0;
        for (int index = 1; index < counts.Length; index++)
        {
            if (counts[index] > counts[main])
                main = index;
        }

        TextOrientation chosen = Orientations[main];
        orientation = chosen;
        Letter? sample = letters.FirstOrDefault(letter => letter.TextOrientation == chosen && letter.StartBaseLine != letter.EndBaseLine);
        (double along, double up) = sample is null || main == 0 ? (1, 0) : Direction(sample.StartBaseLine, sample.EndBaseLine);
        return new PageFrame(along, up, 2 * fromTheRight > visible);
    }

    /// <summary>A point in the frame; not finite where the file's numbers are of no page.</summary>
    public (double X, double Y) Map(PdfPoint point)
    {
        double x = (point.X * Along) + (point.Y * Up);
        double y = (point.Y * Along) - (point.X * Up);
        if (!(Math.Abs(x) < Furthest && Math.Abs(y) < Furthest))
            return (double.NaN, double.NaN);
        return (IsMirrored ? -x : x, y);
    }

    public Box Map(PdfRectangle rectangle)
    {
        (double x1, double y1) = Map(rectangle.BottomLeft);
        (double x2, double y2) = Map(rectangle.TopRight);
        return new Box(Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2));
    }

    private static (double Along, double Up) Direction(PdfPoint from, PdfPoint to) =>
        Math.Abs(to.X - from.X) >= Math.Abs(to.Y - from.Y) ? (Math.Sign(to.X - from.X), 0) : (0, Math.Sign(to.Y - from.Y));
}

/// <summary>An upright rectangle.</summary>
internal readonly record struct Box(double Left, double Bottom, double Right, double Top)
{
    public bool Holds(double x, double y) => x >= Left && x <= Right && y >= Bottom && y <= Top;
}
