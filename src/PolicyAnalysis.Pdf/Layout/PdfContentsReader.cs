using System.Globalization;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace PolicyAnalysis.Pdf.Layout;

/// <summary>Reads a file's letters page by page within limits, and turns every failure into an error that says what to do.</summary>
internal static class PdfContentsReader
{
    private const int MostPages = 5_000;
    private const int MostLetters = 5_000_000;
    private const int DeepestNesting = 100;

    public static PdfContents Read(byte[] content, string name, int maximumLetters, CancellationToken cancellationToken)
    {
        try
        {
            using PdfDocument document = PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = DeepestNesting });
            return ReadPages(document, name, Math.Min(maximumLetters, MostLetters), cancellationToken);
        }
        catch (PdfDocumentEncryptedException problem)
        {
            throw new PolicyReadException($"{name}: the PDF is encrypted with a password; save a copy without one and give that.", problem);
        }
        catch (Exception problem) when (problem is not (OperationCanceledException or PolicyReadException))
        {
            // A damaged file fails in any of the parser's parts, each with exceptions of its own.
            throw new PolicyReadException($"{name}: the PDF is damaged and cannot be read ({problem.GetType().Name}); fetch it again, or save it anew from a PDF viewer.", problem);
        }
    }

    private static PdfContents ReadPages(PdfDocument document, string name, int maximumLetters, CancellationToken cancellationToken)
    {
        if (document.NumberOfPages > MostPages)
            throw new PolicyReadException(string.Create(CultureInfo.InvariantCulture, $"{name}: the PDF has {document.NumberOfPages} pages, the limit is {MostPages}; give the part that is the policy."));
        var pages = new List<PageText>();
        int letters = 0;
        int rotated = 0;
        int images = 0;
        for (int number = 1; number <= document.NumberOfPages; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Page page = document.GetPage(number);
            letters += page.Letters.Count;
            if (letters > maximumLetters)
                throw new PolicyReadException(string.Create(CultureInfo.InvariantCulture, $"{name}: the PDF has more than {maximumLetters} letters; raise {nameof(PolicyReadOptions.MaximumCharacters)} (at most {MostLetters}) or give the part that is the policy."));
            images += page.NumberOfImages;
            pages.Add(new PageText(number, page.CropBox.Bounds.Bottom, page.Height, FragmentBuilder.Build(page.Letters, out int left)));
            rotated += left;
        }

        if (pages.TrueForAll(page => page.Fragments.Count == 0))
        {
            throw new PolicyReadException(images > 0
                ? $"{name}: the PDF holds only images of its pages, no text; run text recognition (OCR) over it first, or give the policy's web page."
                : $"{name}: the PDF holds no text; give the policy's web page or a PDF with text.");
        }

        string? title = document.Information?.Title?.Trim();
        return new PdfContents(pages, string.IsNullOrEmpty(title) ? null : title, rotated);
    }
}
