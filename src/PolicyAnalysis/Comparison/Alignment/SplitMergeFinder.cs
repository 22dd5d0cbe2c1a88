namespace PolicyAnalysis.Comparison.Alignment;

/// <summary>
/// Finds provisions that became several, and several that became one: a provision without a partner whose text stands, in the
/// same place, inside a provision of the other version beside whose partner it stands.
/// </summary>
internal static class SplitMergeFinder
{
    private const double FromThere = 0.75;

    public static void Apply(List<ProvisionMatch> matches, SharedText shared)
    {
        Absorb(matches, shared, isSplit: true);
        Absorb(matches, shared, isSplit: false);
    }

    private static void Absorb(List<ProvisionMatch> matches, SharedText shared, bool isSplit)
    {
        var loose = new Dictionary<int, int>();
        var ofOther = new Dictionary<int, int>();
        var ofOwn = new Dictionary<int, int>();
        for (int k = 0; k < matches.Count; k++)
        {
            if (Other(matches[k], isSplit).Count == 0)
                loose[Own(matches[k], isSplit)[0].Provision.Ordinal] = k;
            else if (!matches[k].Moved && Own(matches[k], isSplit).Count > 0)
                ofOther[Other(matches[k], isSplit)[0].Provision.Ordinal] = ofOwn[Own(matches[k], isSplit)[0].Provision.Ordinal] = k;
        }

        var absorbed = new HashSet<int>();
        bool isChanged = true;
        while (isChanged)
        {
            isChanged = false;
            foreach ((int ordinal, int at) in loose.OrderBy(static entry => entry.Key))
            {
                if (absorbed.Contains(at) || (Home(matches, at, shared, isSplit, ofOther) ?? Broken(matches, at, isSplit, ofOwn)) is not { } home)
                    continue;
                IReadOnlyList<AnalyzedProvision> own = Own(matches[home], isSplit);
                AnalyzedProvision part = Own(matches[at], isSplit)[0];
                bool isNext = own[^1].Provision.Ordinal + 1 == ordinal;
                if (!isNext && own[0].Provision.Ordinal - 1 != ordinal)
                    continue;
                IReadOnlyList<AnalyzedProvision> all = isNext ? [.. own, part] : [part, .. own];
                matches[home] = isSplit ? matches[home] with { After = all } : matches[home] with { Before = all };
                ofOwn[ordinal] = home;
                absorbed.Add(at);
                isChanged = true;
            }
        }

        for (int k = matches.Count - 1; k >= 0; k--)
        {
            if (absorbed.Contains(k))
                matches.RemoveAt(k);
        }
    }

    /// <summary>The match whose other side holds most of the text of a provision without a partner.</summary>
    private static int? Home(List<ProvisionMatch> matches, int at, SharedText shared, bool isSplit, Dictionary<int, int> ofOther)
    {
        Provision part = Own(matches[at], isSplit)[0].Provision;
        if (part.Kind == ProvisionKind.TableRow)
            return null;
        int letters = SharedText.Letters(part.Text);
        foreach (int other in shared.Partners(part.Ordinal, isBefore: !isSplit))
        {
            int common = isSplit ? shared.Between(other, part.Ordinal) : shared.Between(part.Ordinal, other);
            if (common >= FromThere * letters && ofOther.TryGetValue(other, out int home))
                return home;
        }

        return null;
    }

    /// <summary>The neighbour that only a broken line parts from a provision: together their letters stand in one provision of the other side.</summary>
    private static int? Broken(List<ProvisionMatch> matches, int at, bool isSplit, Dictionary<int, int> ofOwn)
    {
        Provision part = Own(matches[at], isSplit)[0].Provision;
        foreach (int step in (ReadOnlySpan<int>)[-1, 1])
        {
            if (!ofOwn.TryGetValue(part.Ordinal + step, out int home))
                continue;
            string own = LettersOf(Own(matches[home], isSplit));
            string together = step < 0 ? own + LettersOf(Own(matches[at], isSplit)) : LettersOf(Own(matches[at], isSplit)) + own;
            if (LettersOf(Other(matches[home], isSplit)).Contains(together, StringComparison.Ordinal))
                return home;
        }

        return null;
    }

    private static string LettersOf(IReadOnlyList<AnalyzedProvision> side) =>
        string.Concat(side.SelectMany(static provision => provision.Provision.Text).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static IReadOnlyList<AnalyzedProvision> Own(ProvisionMatch match, bool isSplit) => isSplit ? match.After : match.Before;

    private static IReadOnlyList<AnalyzedProvision> Other(ProvisionMatch match, bool isSplit) => isSplit ? match.Before : match.After;
}
