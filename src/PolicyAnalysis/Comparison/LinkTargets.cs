namespace PolicyAnalysis.Comparison;

/// <summary>How the links of a provision differ whose visible text stayed.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="IsEditorial">Whether nothing but the address of the same page, a mail address or a masked address differs.</param>
/// <param name="Key">What is the same for links that changed in the same way.</param>
internal sealed record LinkChange(string Effect, bool IsEditorial, string Key);

/// <summary>Compares the targets of the links in a provision.</summary>
internal static class LinkTargets
{
    public static LinkChange? Compare(LinkPlaces before, TextRange beforeRange, LinkPlaces after, TextRange afterRange)
    {
        List<string> was = Within(before, beforeRange);
        List<string> now = Within(after, afterRange);
        if (was.SequenceEqual(now, StringComparer.Ordinal))
            return null;
        bool isMasked = was.Concat(now).Any(static target => target.Contains("/cdn-cgi/", StringComparison.Ordinal));
        bool isMail = was.Concat(now).All(static target => target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || target.StartsWith("tel:", StringComparison.OrdinalIgnoreCase));
        bool isSamePage = was.Select(Page).SequenceEqual(now.Select(Page), StringComparer.OrdinalIgnoreCase);
        return new LinkChange(
            isMasked ? "noise" : isMail ? "layout-only" : "reference-changed",
            isMasked || isMail || isSamePage,
            isMasked ? "masked" : KeyOf(was, now));
    }

    private static string Page(string target)
    {
        int end = target.AsSpan().IndexOfAny('?', '#');
        string page = end < 0 ? target : target[..end];
        int scheme = page.IndexOf("://", StringComparison.Ordinal);
        page = (scheme < 0 ? page : page[(scheme + 3)..]).TrimEnd('/');
        return page.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? page[4..] : page;
    }

    /// <summary>The parts of the first two targets that differ, so that a renamed folder or host is one change in all its links.</summary>
    private static string KeyOf(List<string> was, List<string> now)
    {
        if (was.Count == 0 || now.Count == 0)
            return was.Count == 0 ? "added" : "removed";
        int at = 0;
        while (at < was.Count - 1 && at < now.Count - 1 && string.Equals(was[at], now[at], StringComparison.Ordinal))
            at++;
        int start = was[at].AsSpan().CommonPrefixLength(now[at]);
        int end = 0;
        while (end < was[at].Length - start && end < now[at].Length - start && was[at][^(end + 1)] == now[at][^(end + 1)])
            end++;
        return $"{was[at][start..^end]}\u0002{now[at][start..^end]}";
    }

    private static List<string> Within(LinkPlaces links, TextRange range) => [.. links.Within(range).Select(static link => link.Target)];
}
