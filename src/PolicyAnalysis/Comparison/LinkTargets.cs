namespace PolicyAnalysis.Comparison;

/// <summary>Judges a provision whose words stayed while its links point elsewhere.</summary>
internal static class LinkTargets
{
    public static ChangeJudgement? Judge(PolicyDocument before, TextRange beforeRange, PolicyDocument after, TextRange afterRange)
    {
        List<string> was = Within(before, beforeRange);
        List<string> now = Within(after, afterRange);
        if (was.SequenceEqual(now, StringComparer.Ordinal))
            return null;
        bool mail = was.Concat(now).All(static target => target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase));
        bool noise = was.Concat(now).Any(static target => target.Contains("/cdn-cgi/", StringComparison.Ordinal));
        bool samePage = was.Select(Page).SequenceEqual(now.Select(Page), StringComparer.OrdinalIgnoreCase);
        Materiality materiality = noise || mail || samePage ? Materiality.Editorial : Materiality.Minor;
        const string reason = "The words are the same; the target of a link differs.";
        return new ChangeJudgement(
            [new ChangeEffect { Id = noise ? "noise" : mail ? "layout-only" : "reference-changed", Score = 0.9, Reason = reason }],
            materiality,
            reason,
            ChangeDirection.Neutral,
            [],
            null);
    }

    private static string Page(string target)
    {
        int end = target.AsSpan().IndexOfAny('?', '#');
        return end < 0 ? target : target[..end];
    }

    private static List<string> Within(PolicyDocument document, TextRange range)
    {
        var targets = new List<string>();
        foreach (DocumentLink link in document.Links)
        {
            if (range.Contains(link.Range))
                targets.Add(link.Target);
        }

        return targets;
    }
}
