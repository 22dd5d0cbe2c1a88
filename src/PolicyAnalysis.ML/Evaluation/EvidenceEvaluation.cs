using System.Globalization;
using PolicyAnalysis.Provisions;

namespace PolicyAnalysis.ML.Evaluation;

/// <summary>Measures whether provisions lead back to their source: by line and column, and by an address with a text fragment.</summary>
/// <remarks>Stateless and thread-safe.</remarks>
public static class EvidenceEvaluation
{
    private const int MostShown = 60;

    /// <summary>Follows every provision of every HTML page below a folder.</summary>
    /// <param name="folder">A folder of pages, in folders of their own.</param>
    /// <param name="cancellationToken">Stops the work between pages.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="PolicyReadException">A page cannot be read.</exception>
    public static EvidenceFigures Measure(string folder, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        int provisions = 0, placed = 0;
        var marks = new Dictionary<QuoteMark, int>();
        var lost = new List<string>();
        foreach (string path in Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            string source = File.ReadAllText(path);
            PolicyDocument document = PolicyDocument.Parse(source, new PolicyReadOptions { MediaType = PolicyMediaType.Html, Address = new Uri("https://policy.example/page") }, cancellationToken);
            var page = new PageText(source);
            int from = 0;
            foreach (Provision provision in ProvisionSegmenter.Segment(document, cancellationToken))
            {
                provisions++;
                placed += IsPlaced(document, provision.Range, source) ? 1 : 0;
                QuoteAddress address = document.GetQuoteAddress(provision.Range)!;
                if (Keeps(page, address, provision.Text, ref from))
                    marks[address.Marks] = marks.GetValueOrDefault(address.Marks) + 1;
                else if (lost.Count < MostShown)
                    lost.Add(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(Path.GetDirectoryName(path))} line {provision.Position.Line}: {address.Marks}: {address.Address}"));
            }
        }

        return new EvidenceFigures
        {
            Provisions = provisions,
            Placed = placed,
            Marked = marks.GetValueOrDefault(QuoteMark.Quote),
            MarkedInPart = marks.GetValueOrDefault(QuoteMark.Part),
            InImages = marks.GetValueOrDefault(QuoteMark.NothingOfImages),
            Hidden = marks.GetValueOrDefault(QuoteMark.NothingHidden),
            Repeated = marks.GetValueOrDefault(QuoteMark.NothingRepeated),
            Lost = lost,
        };
    }

    /// <summary>Whether an address marks what it says, behind what the provision before it marked: provisions stand in reading order.</summary>
    private static bool Keeps(PageText page, QuoteAddress address, string provision, ref int from)
    {
        int delimiter = address.Address.IndexOf(":~:", StringComparison.Ordinal);
        if (address.Marks is not (QuoteMark.Quote or QuoteMark.Part))
            return delimiter < 0;
        if (page.Find(address.Address[(delimiter + 3)..]) is not { } passages)
            return false;
        string wanted = Squeeze(PageText.Fold(provision));
        string got = string.Concat(passages.Select(static passage => Squeeze(passage.Words)));
        if (address.Marks == QuoteMark.Quote ? got != wanted : !IsPart(got, wanted))
            return false;
        foreach ((int start, string words) in passages)
        {
            if (start < from)
                return false;
            from = start + words.Length;
        }

        return true;
    }

    /// <summary>Whether some characters are left of a text when others are left out.</summary>
    private static bool IsPart(string part, string whole)
    {
        int at = 0;
        foreach (char character in whole)
            at += at < part.Length && part[at] == character ? 1 : 0;
        return at == part.Length && at > 0;
    }

    private static bool IsPlaced(PolicyDocument document, TextRange range, string source)
    {
        int last = -1;
        for (int index = range.Start; index < range.End; index++)
        {
            if (char.IsWhiteSpace(document.Text[index]))
                continue;
            int offset = document.GetSourcePosition(index).Offset;
            if (offset < last || offset >= source.Length || (source[offset] != document.Text[index] && source[offset] != '&'))
                return false;
            last = offset;
        }

        return true;
    }

    private static string Squeeze(string text) => string.Concat(text.Where(static character => !char.IsWhiteSpace(character)));
}
