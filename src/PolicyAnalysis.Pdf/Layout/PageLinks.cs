using System.Globalization;
using UglyToad.PdfPig.Actions;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Outline.Destinations;

namespace PolicyAnalysis.Pdf.Layout;

/// <summary>The targets of all links of a file, and the places inside it that some lead to.</summary>
internal sealed class LinkTargets
{
    private readonly List<string> _targets = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>The places that links of the file lead to, by the fragment that names them.</summary>
    public Dictionary<string, (int Page, double? Top)> Places { get; } = new(StringComparer.Ordinal);

    public string this[int link] => _targets[link];

    /// <summary>The number of an annotation's target; -1 where it leads nowhere.</summary>
    public int NumberOf(Annotation annotation)
    {
        string? target = annotation.Action switch
        {
            UriAction { Uri.Length: > 0 } address => address.Uri,
            GoToRAction { Filename.Length: > 0 } file => file.Filename + "#page=" + file.Destination.PageNumber.ToString(CultureInfo.InvariantCulture),
            GoToAction { Destination: { PageNumber: > 0 } destination } => "#" + Fragment(destination),
            _ => null,
        };
        if (target is null)
            return -1;
        if (!_numbers.TryGetValue(target, out int number))
        {
            number = _targets.Count;
            _targets.Add(target);
            _numbers.Add(target, number);
        }

        return number;
    }

    /// <summary>The fragment that names a place, as RFC 8118 writes it.</summary>
    private string Fragment(ExplicitDestination destination)
    {
        double? top = destination.Coordinates?.Top;
        string page = "page=" + destination.PageNumber.ToString(CultureInfo.InvariantCulture);
        string fragment = top is { } at && double.IsFinite(at) ? string.Create(CultureInfo.InvariantCulture, $"{page}&view=FitH,{Math.Round(at)}") : page;
        Places.TryAdd(fragment, (destination.PageNumber, top));
        return fragment;
    }
}

/// <summary>The areas of a page that are links.</summary>
internal sealed class PageLinks
{
    /// <summary>More areas than this on one page are no links of a text.</summary>
    private const int MostAreas = 300;

    private readonly List<(Box Area, int Link)> _areas = [];

    public static PageLinks Of(Page page, PageFrame frame, LinkTargets targets)
    {
        var links = new PageLinks();
        try
        {
            foreach (Annotation annotation in page.GetAnnotations())
            {
                if (links._areas.Count >= MostAreas)
                    break;
                if (annotation.Type == AnnotationType.Link && targets.NumberOf(annotation) is >= 0 and var number)
                    links.Add(annotation, number, frame);
            }
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // Damaged annotations cost their links and not the page's text; the parser has no one exception for them.
        }

        return links;
    }

    private void Add(Annotation annotation, int number, PageFrame frame)
    {
        if (annotation.QuadPoints is not { Count: > 0 } lines)
        {
            _areas.Add((frame.Map(annotation.Rectangle), number));
            return;
        }

        foreach (QuadPointsQuadrilateral line in lines.Take(MostAreas))
        {
            PdfPoint[] points = [.. line.Points];
            _areas.Add((frame.Map(new PdfRectangle(points.Min(point => point.X), points.Min(point => point.Y), points.Max(point => point.X), points.Max(point => point.Y))), number));
        }
    }

    /// <summary>The number of the link at a point, -1 for none.</summary>
    public int At(double x, double y)
    {
        foreach ((Box area, int link) in _areas)
        {
            if (area.Holds(x, y))
                return link;
        }

        return -1;
    }
}
