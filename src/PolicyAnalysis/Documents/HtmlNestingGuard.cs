using System.Globalization;

namespace PolicyAnalysis.Documents;

/// <summary>
/// Refuses pages that keep too many elements open at once, before they are parsed: the tree construction of HTML takes time
/// quadratic in the open elements. Counts tags only, so its own time is linear.
/// </summary>
internal static class HtmlNestingGuard
{
    /// <summary>Elements whose end tag real pages leave out; they close each other and do not nest by themselves.</summary>
    private static readonly HashSet<string> ClosedByOthers = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rp", "rt", "html", "head", "body",
    };

    private static readonly HashSet<string> NeverOpen = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    };

    /// <exception cref="PolicyReadException">More elements are open at once than the limit.</exception>
    public static void Check(string html, string name, int maximumOpenElements)
    {
        var lookup = ClosedByOthers.GetAlternateLookup<ReadOnlySpan<char>>();
        var never = NeverOpen.GetAlternateLookup<ReadOnlySpan<char>>();
        int open = 0;
        int position = 0;
        while (position < html.Length)
        {
            int next = html.IndexOf('<', position);
            if (next < 0 || next + 1 >= html.Length)
                return;
            ReadOnlySpan<char> rest = html.AsSpan(next + 1);
            bool closes = rest[0] == '/';
            ReadOnlySpan<char> tag = TagName(closes ? rest[1..] : rest);
            position = next + 1 + tag.Length;
            if (tag.IsEmpty)
            {
                if (rest.StartsWith("!--", StringComparison.Ordinal))
                    position = SkipTo(html, next + 4, "-->");
                continue;
            }

            if (!closes && (tag.Equals("script", StringComparison.OrdinalIgnoreCase) || tag.Equals("style", StringComparison.OrdinalIgnoreCase)))
            {
                position = SkipTo(html, position, "</");
                continue;
            }

            if (lookup.Contains(tag) || never.Contains(tag))
                continue;
            open = Math.Max(0, open + (closes ? -1 : 1));
            if (open > maximumOpenElements)
            {
                throw new PolicyReadException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}: more than {maximumOpenElements} elements are open at once near character {next}; if the page is genuine, raise {nameof(PolicyReadOptions.MaximumOpenElements)}."));
            }
        }
    }

    private static ReadOnlySpan<char> TagName(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsAsciiLetter(text[0]))
            return [];
        int length = 1;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '-' or ':'))
            length++;
        return text[..length];
    }

    private static int SkipTo(string html, int from, string mark)
    {
        int found = from >= html.Length ? -1 : html.IndexOf(mark, from, StringComparison.Ordinal);
        return found < 0 ? html.Length : found;
    }
}
