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
        List<(string Target, bool IsSpoken)> wasLinks = Within(before, beforeRange);
        List<(string Target, bool IsSpoken)> nowLinks = Within(after, afterRange);
        List<string> was = wasLinks.ConvertAll(static link => link.Target);
        List<string> now = nowLinks.ConvertAll(static link => link.Target);
        if (was.SequenceEqual(now, StringComparer.Ordinal))
            return null;
        // An address that the text spells out anyway, or a place in the same page, tells a reader nothing new.
        bool isPlain = wasLinks.Except(nowLinks).Concat(nowLinks.Except(wasLinks)).All(static link => link.IsSpoken || link.Target.StartsWith('#'));
        bool isMasked = was.Concat(now).Any(static target => target.Contains("/cdn-cgi/", StringComparison.Ordinal));
        bool isMail = was.Concat(now).All(static target => target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || target.StartsWith("tel:", StringComparison.OrdinalIgnoreCase));
        // "policy#cookies" that became "#cookies" leads to the same place.
        bool isSamePlace = was.Count == now.Count && was.Zip(now).All(static pair => IsSamePlace(pair.First, pair.Second));
        bool isSamePage = isSamePlace || was.Select(Page).SequenceEqual(now.Select(Page), StringComparer.OrdinalIgnoreCase);
        return new LinkChange(
            isMasked ? "noise" : isMail || isPlain ? "layout-only" : "reference-changed",
            isMasked || isMail || isSamePage || isPlain,
            isMasked ? "masked" : isPlain || isSamePage ? "plain" : KeyOf(was, now));
    }

    private static bool IsSamePlace(string left, string right)
    {
        int atLeft = left.IndexOf('#', StringComparison.Ordinal);
        int atRight = right.IndexOf('#', StringComparison.Ordinal);
        return string.Equals(left, right, StringComparison.Ordinal)
            || (atLeft >= 0 && atRight >= 0 && (atLeft == 0 || atRight == 0) && left.AsSpan(atLeft).SequenceEqual(right.AsSpan(atRight)));
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

    private static List<(string Target, bool IsSpoken)> Within(LinkPlaces links, TextRange range) =>
        [.. links.Within(range).Select(link => (link.Target, links.Words(link).Contains(Page(link.Target), StringComparison.OrdinalIgnoreCase)))];
}
