using System.Globalization;
using System.Text.RegularExpressions;
using PolicyAnalysis.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Filters;

namespace PolicyAnalysis.Pdf.Layout;

/// <summary>Reads a file's letters page by page within limits, and turns every failure into an error that says what to do.</summary>
internal static partial class PdfContentsReader
{
    private const int MostPages = 5_000;
    private const int MostLetters = 5_000_000;
    private const int DeepestNesting = 100;
    private const long MostUnpackedBytes = 400_000_000;

    public static PdfContents Read(byte[] content, string name, int maximumLetters, CancellationToken cancellationToken)
    {
        var budget = new DecodingBudget(DefaultFilterProvider.Instance, MostUnpackedBytes);
        try
        {
            using PdfDocument document = PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = DeepestNesting, FilterProvider = budget });
            return ReadPages(document, name, Math.Min(maximumLetters, MostLetters), budget, cancellationToken);
        }
        catch (PdfDocumentEncryptedException problem)
        {
            throw new PolicyReadException($"{name}: the PDF is encrypted with a password; save a copy without one and give that.", problem);
        }
        catch (Exception problem) when (problem is not (OperationCanceledException or PolicyReadException))
        {
            if (budget.IsExceeded)
                throw Swollen(name);
            // A damaged file fails in any of the parser's parts, each with exceptions of its own.
            throw new PolicyReadException($"{name}: the PDF is damaged and cannot be read ({problem.GetType().Name}); fetch it again, or save it anew from a PDF viewer.", problem);
        }
    }

    private static PdfContents ReadPages(PdfDocument document, string name, int maximumLetters, DecodingBudget budget, CancellationToken cancellationToken)
    {
        if (document.NumberOfPages > MostPages)
            throw new PolicyReadException(string.Create(CultureInfo.InvariantCulture, $"{name}: the PDF has {document.NumberOfPages} pages, the limit is {MostPages}; give the part that is the policy."));
        budget.AddPages(document.NumberOfPages);
        if (DrawingCost.Of(document, budget, cancellationToken) > MostUnpackedBytes)
            throw Swollen(name);
        var pages = new List<PageText>();
        var links = new LinkTargets();
        int letters = 0;
        int turned = 0;
        int images = 0;
        for (int number = 1; number <= document.NumberOfPages; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Page page = document.GetPage(number);
            if (budget.IsExceeded)
                throw Swollen(name);
            letters += page.Letters.Count;
            if (letters > maximumLetters)
                throw new PolicyReadException(string.Create(CultureInfo.InvariantCulture, $"{name}: the PDF has more than {maximumLetters} letters; raise {nameof(PolicyReadOptions.MaximumCharacters)} (at most {MostLetters}) or give the part that is the policy."));
            images += page.NumberOfImages;
            pages.Add(ReadPage(page, links, out int left));
            turned += left;
        }

        if (pages.TrueForAll(page => page.Fragments.Count == 0))
        {
            throw new PolicyReadException(images > 0
                ? $"{name}: the PDF holds only images of its pages, no text; run text recognition (OCR) over it first, or give the policy's web page."
                : $"{name}: the PDF holds no text; give the policy's web page or a PDF with text.");
        }

        return new PdfContents(pages, links, Metadata(document.Information), turned);
    }

    private static PageText ReadPage(Page page, LinkTargets targets, out int turned)
    {
        var frame = PageFrame.Of(page.Letters, out TextOrientation orientation);
        PageRules rules = PageRules.Of(page, frame);
        List<Glyph> glyphs = GlyphReader.Read(page.Letters, frame, orientation, PageLinks.Of(page, frame, targets), out turned);
        Box sheet = frame.Map(page.CropBox.Bounds);
        return new PageText(page.Number, sheet.Bottom, sheet.Top - sheet.Bottom, FragmentBuilder.Build(glyphs, frame.IsMirrored, rules), rules);
    }

    private static SourceMetadata? Metadata(DocumentInformation? information)
    {
        if (information is null)
            return null;
        string title = WhiteSpace.Fold(information.Title ?? string.Empty);
        if (title.StartsWith("Microsoft Word - ", StringComparison.Ordinal))
            title = title["Microsoft Word - ".Length..];
        var metadata = new SourceMetadata
        {
            Title = title.Length == 0 || FileName().IsMatch(title) ? null : title,
            Created = DateOf(information.CreationDate),
            Updated = DateOf(information.ModifiedDate),
        };
        return metadata is { Title: null, Created: null, Updated: null } ? null : metadata;
    }

    /// <summary>The day of a date such as <c>D:20250304120000+01'00'</c>, as it was where it was written.</summary>
    private static DateOnly? DateOf(string? date)
    {
        ReadOnlySpan<char> text = date.AsSpan().Trim();
        if (text.StartsWith("D:"))
            text = text[2..];
        return text.Length >= 8 && DateOnly.TryParseExact(text[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) && day.Year >= 1980 ? day : null;
    }

    private static PolicyReadException Swollen(string name) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name}: the PDF unpacks to more than {MostUnpackedBytes} bytes, or draws its parts over and over; save it anew from a PDF viewer, or give the part that is the policy."));

    [GeneratedRegex(@"^(?:untitled|document ?\d*|.*\.(?:docx?|odt|rtf|indd|qxd|pages|pdf|txt|html?))$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
