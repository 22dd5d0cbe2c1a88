using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace PolicyAnalysis.Pdf.Tests;

/// <summary>Writes small PDFs: lines of text at given places.</summary>
internal sealed class PdfPages : IDisposable
{
    private readonly PdfDocumentBuilder _builder = new();
    private readonly PdfDocumentBuilder.AddedFont _plain;
    private readonly PdfDocumentBuilder.AddedFont _bold;
    private PdfPageBuilder _page;

    public PdfPages()
    {
        _plain = _builder.AddStandard14Font(Standard14Font.Helvetica);
        _bold = _builder.AddStandard14Font(Standard14Font.HelveticaBold);
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
