namespace PolicyAnalysis.Documents.TextFragments;

/// <summary>Writes the address that leads from a quote to the live page.</summary>
internal static class QuoteAddresses
{
    /// <summary>A quote that takes more is not marked: the address would grow without end.</summary>
    private const int MostDirectives = 12;

    private const string Delimiter = ":~:";

    /// <param name="document">The document.</param>
    /// <param name="range">A range of its text.</param>
    /// <param name="page">The page's address without a directive.</param>
    public static QuoteAddress Of(PolicyDocument document, TextRange range, string page)
    {
        QuotePassages quote = document.Places.Find(document.Text, range);
        List<string> directives = Directives(document.Places.Page, quote.Passages);
        if (directives.Count == 0)
            return new QuoteAddress { Address = AtAnchor(document, range, page), Marks = WhyNothing(quote) };
        return new QuoteAddress
        {
            Address = page + (page.Contains('#', StringComparison.Ordinal) ? string.Empty : "#") + Delimiter + string.Join('&', directives.Select(static directive => "text=" + directive)),
            Marks = quote.InImages + quote.Hidden == 0 ? QuoteMark.Quote : QuoteMark.Part,
        };
    }

    private static List<string> Directives(SearchableText page, IReadOnlyList<TextRange> passages)
    {
        var choice = new TextDirectiveChoice(page);
        var directives = new List<string>();
        foreach (TextRange passage in passages)
        {
            List<TextDirective> found = choice.Of(passage, MostDirectives - directives.Count);
            if (found.Count == 0)
                return [];
            directives.AddRange(found.Select(directive => directive.Encode(page.Text)));
        }

        return directives;
    }

    private static QuoteMark WhyNothing(QuotePassages quote)
    {
        if (quote.Passages.Count > 0)
            return QuoteMark.NothingRepeated;
        if (quote.InImages + quote.Hidden == 0)
            return QuoteMark.NothingWritten;
        return quote.InImages >= quote.Hidden ? QuoteMark.NothingOfImages : QuoteMark.NothingHidden;
    }

    private static string AtAnchor(PolicyDocument document, TextRange range, string page)
    {
        if (page.Contains('#', StringComparison.Ordinal))
            return page;
        foreach (DocumentBlock block in document.Blocks)
        {
            if (block.Range.End > range.Start)
                return block.Range.Start <= range.Start && block.Anchor is { } anchor ? page + "#" + Uri.EscapeDataString(anchor) : page;
        }

        return page;
    }
}
