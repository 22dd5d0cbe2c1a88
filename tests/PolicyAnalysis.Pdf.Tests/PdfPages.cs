using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Writer;

namespace PolicyAnalysis.Pdf.Tests;

/// <summary>Writes small PDFs: lines of text at given places.</summary>
internal sealed class PdfPages : IDisposable
{
    private readonly PdfDocumentBuilder _builder = new();
    private readonly PdfDocumentBuilder.AddedFont _plain;
    private readonly PdfDocumentBuilder.AddedFont _bold;
    private PdfPageBuilder _page;

    public PdfPages(Standard14Font plain = Standard14Font.Helvetica, Standard14Font bold = Standard14Font.HelveticaBold)
    {
        _plain = _builder.AddStandard14Font(plain);
        _bold = _builder.AddStandard14Font(bold);
        _page = _builder.AddPage(PageSize.A4);
    }

    /// <summary>Where the next line goes, in points from the bottom.</summary>
    public double Height { get; set; } = 700;

    public PdfPages NewPage()
    {
        _page = _builder.AddPage(PageSize.A4);
        Height = 700;
        return this;
    }

    public PdfPages At(double x, double y, string text, double size = 10, bool bold = false)
    {
        _page.AddText(text, size, new PdfPoint(x, y), bold ? _bold : _plain);
        return this;
    }

    /// <summary>A block of lines, then a gap.</summary>
    public PdfPages Block(double x, params string[] lines) => Set(x, 10, false, lines);

    public PdfPages Heading(string text, double size, bool bold = true) => Set(60, size, bold, text);

    /// <summary>A line from one point to another.</summary>
    public PdfPages Rule(double fromX, double fromY, double toX, double toY)
    {
        _page.DrawLine(new PdfPoint(fromX, fromY), new PdfPoint(toX, toY), 0.5);
        return this;
    }

    /// <summary>A grid of lines: a table's cells.</summary>
    public PdfPages Grid(double[] edges, double[] heights)
    {
        foreach (double height in heights)
            Rule(edges[0], height, edges[^1], height);
        foreach (double edge in edges)
            Rule(edge, heights[0], edge, heights[^1]);
        return this;
    }

    /// <summary>A link to an address over an area of the page.</summary>
    public PdfPages Link(string address, double left, double bottom, double width, double height)
    {
        _page.AddLink(address, new PdfRectangle(left, bottom, left + width, bottom + height));
        return this;
    }

    /// <summary>A link to a height of a page of the same file.</summary>
    public PdfPages Link(int page, double top, double left, double bottom, double width, double height)
    {
        _page.AddLink(new ExplicitDestination(page, ExplicitDestinationType.XyzCoordinates, new ExplicitDestinationCoordinates(60, top)), new PdfRectangle(left, bottom, left + width, bottom + height));
        return this;
    }

    public PdfPages Properties(string title, string created, string modified)
    {
        _builder.DocumentInformation.Title = title;
        _builder.DocumentInformation.CreationDate = created;
        _builder.DocumentInformation.ModifiedDate = modified;
        return this;
    }

    /// <summary>How wide a text is in points.</summary>
    public double WidthOf(string text, double size)
    {
        IReadOnlyList<Letter> letters = _page.MeasureText(text, size, new PdfPoint(0, 0), _plain);
        return letters.Count == 0 ? 0 : letters[^1].EndBaseLine.X;
    }

    public PdfPages Image(byte[] png)
    {
        _page.AddPng(png, new PdfRectangle(new PdfPoint(50, 50), new PdfPoint(500, 700)));
        return this;
    }

    /// <summary>The file's bytes; nothing more can be written after.</summary>
    public byte[] Build()
    {
        byte[] content = _builder.Build();
        Dispose();
        return content;
    }

    public void Dispose() => _builder.Dispose();

    private PdfPages Set(double x, double size, bool bold, params string[] lines)
    {
        foreach (string line in lines)
        {
            At(x, Height, line, size, bold);
            Height -= size * 1.2;
        }

        Height -= 8;
        return this;
    }
}
