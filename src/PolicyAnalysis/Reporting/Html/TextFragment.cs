using System.Text;

namespace PolicyAnalysis.Reporting.Html;

/// <summary>Links from a quote to the live page, with a URL text fragment that scrolls to the quote and marks it.</summary>
/// <remarks>Source: WICG, URL Fragment Text Directives, https://wicg.github.io/scroll-to-text-fragment/ .</remarks>
internal static class TextFragment
{
    private const int WordsAtEnds = 5;
    private const int ShortQuote = 100;

    /// <summary>The address with the fragment, or <see langword="null"/> where there is no public address.</summary>
    public static string? Of(PolicySource source, string quote)
    {
        if (source.Address is not { IsAbsoluteUri: true } address || ReportFacts.AddressOf(source) is not { } page || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
            return null;

        // A directive matches inside one block, so it starts in the first line or cell and ends in the last.
        string first = Piece(quote, last: false);
        string last = Piece(quote, last: true);
        if (first.Length == 0)
            return page;

        string directive = quote.Length <= ShortQuote && first == last
            ? Encode(first)
            : Encode(Words(first, last: false)) + "," + Encode(Words(last, last: true));
        return page + (page.Contains('#', StringComparison.Ordinal) ? ":~:text=" : "#:~:text=") + directive;
    }

    private static string Piece(string quote, bool last)
    {
        string[] pieces = quote.Split(['\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return pieces.Length == 0 ? "" : pieces[last ? ^1 : 0];
    }

    private static string Words(string piece, bool last)
    {
        string[] words = piece.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int count = Math.Min(WordsAtEnds, Math.Max(1, words.Length / 2));
        return string.Join(' ', last ? words[^count..] : words[..count]);
    }

    private static string Encode(string text)
    {
        var valid = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
            valid.Append(rune.ToString());

        // The hyphen has a meaning of its own in a directive and is left alone by percent-encoding.
        return Uri.EscapeDataString(valid.ToString()).Replace("-", "%2D", StringComparison.Ordinal);
    }
}
