using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;

namespace PolicyAnalysis.Pdf.Layout;

/// <summary>A line drawn along an axis: where it stands on the other axis, and from where to where it reaches.</summary>
internal readonly record struct Rule(double At, double From, double To)
{
    public double Length => To - From;
}

/// <summary>The lines ruled on a page and the areas filled behind its text; drawings with more than a table has are left out.</summary>
internal sealed class PageRules
{
    public static readonly PageRules None = new([], [], []);

    /// <summary>A page with more lines than this holds a drawing.</summary>
    private const int MostRules = 3_000;

    /// <summary>Thinner areas are lines.</summary>
    private const double Thin = 2.5;

    private const double Tolerance = 1.5;

    /// <summary>Dashes at most this far apart are one line.</summary>
    private const double DashGap = 4;

    private PageRules(IReadOnlyList<Rule> across, IReadOnlyList<Rule> down, IReadOnlyList<Box> fills)
    {
        Across = across;
        Down = down;
        Fills = fills;
    }

    /// <summary>Horizontal lines from the top.</summary>
    public IReadOnlyList<Rule> Across { get; }

    /// <summary>Vertical lines from the left.</summary>
    public IReadOnlyList<Rule> Down { get; }

    /// <summary>Filled areas.</summary>
    public IReadOnlyList<Box> Fills { get; }

    public static PageRules Of(Page page, PageFrame frame)
    {
        var across = new List<Rule>();
        var down = new List<Rule>();
        var fills = new List<Box>();
        foreach (PdfPath path in page.Paths)
        {
            if (path.IsClipping || (!path.IsFilled && !path.IsStroked))
                continue;
            foreach (PdfSubpath part in path)
            {
                if (across.Count + down.Count + fills.Count > MostRules)
                    return None;
                Add(part, path.IsStroked, frame, across, down, fills);
            }
        }

        if (across.Count + down.Count + fills.Count == 0)
            return None;
        return new PageRules([.. Joined(across).OrderByDescending(rule => rule.At)], [.. Joined(down).OrderBy(rule => rule.At)], fills);
    }

    /// <summary>Whether a vertical line stands between two letters.</summary>
    public bool Parts(double left, double right, double baseline, double size)
    {
        double height = baseline + (size / 4);
        int first = 0;
        for (int last = Down.Count; first < last;)
        {
            int middle = (first + last) / 2;
            (first, last) = Down[middle].At <= left - Tolerance ? (middle + 1, last) : (first, middle);
        }

        for (int index = first; index < Down.Count && Down[index].At < right + Tolerance; index++)
        {
            if (Down[index].From <= height && Down[index].To >= height)
                return true;
        }

        return false;
    }

    private static void Add(PdfSubpath part, bool isStroked, PageFrame frame, List<Rule> across, List<Rule> down, List<Box> fills)
    {
        if (part.GetBoundingRectangle() is not { } bounds)
            return;
        Box box = frame.Map(bounds);
        if (!double.IsFinite(box.Left) || !double.IsFinite(box.Right))
            return;
        (double width, double height) = (box.Right - box.Left, box.Top - box.Bottom);
        if (height <= Thin && width > Thin)
            across.Add(new Rule((box.Top + box.Bottom) / 2, box.Left, box.Right));
        else if (width <= Thin && height > Thin)
            down.Add(new Rule((box.Left + box.Right) / 2, box.Bottom, box.Top));
        else if (part.IsDrawnAsRectangle && isStroked)
            AddFrame(box, across, down);
        else if (part.IsDrawnAsRectangle)
            fills.Add(box);
    }

    private static void AddFrame(Box box, List<Rule> across, List<Rule> down)
    {
        across.Add(new Rule(box.Top, box.Left, box.Right));
        across.Add(new Rule(box.Bottom, box.Left, box.Right));
        down.Add(new Rule(box.Left, box.Bottom, box.Top));
        down.Add(new Rule(box.Right, box.Bottom, box.Top));
    }

    /// <summary>Lines in one place that touch, as tables draw one for each cell, become one.</summary>
    private static List<Rule> Joined(List<Rule> rules)
    {
        var joined = new List<Rule>();
        List<Rule> sorted = [.. rules.OrderBy(rule => rule.At).ThenBy(rule => rule.From)];
        int start = 0;
        while (start < sorted.Count)
        {
            int end = start + 1;
            while (end < sorted.Count && sorted[end].At - sorted[end - 1].At <= Tolerance)
                end++;
            Rule? open = null;
            foreach (Rule rule in sorted[start..end].OrderBy(rule => rule.From).ThenBy(rule => rule.To))
            {
                if (open is { } before && rule.From <= before.To + DashGap)
                {
                    open = before with { To = Math.Max(before.To, rule.To) };
                    continue;
                }

                if (open is { } done)
                    joined.Add(done);
                open = rule;
            }

            joined.Add(open!.Value);
            start = end;
        }

        return joined;
    }
}
