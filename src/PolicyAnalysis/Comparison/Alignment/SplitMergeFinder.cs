namespace PolicyAnalysis.Comparison.Alignment;

/// <summary>
/// Finds provisions that became several, and several that became one: a provision without a partner whose text stands, in the
/// same place, inside a provision of the other version beside whose partner it stands.
/// </summary>
internal sealed class SplitMergeFinder
{
    private const double FromThere = 0.75;

    private readonly List<AlignedSpan> _spans;
    private readonly SharedText _shared;
    private readonly BrokenLines _broken;
    private readonly IReadOnlyList<AnalyzedProvision> _own;
    private readonly bool _isSplit;
    private readonly int[] _loose;
    private readonly int[] _ofOwn;
    private readonly int[] _ofOther;
    private readonly bool[] _isAbsorbed;

    private SplitMergeFinder(List<AlignedSpan> spans, SharedText shared, BrokenLines broken, IReadOnlyList<AnalyzedProvision> own, int otherCount, bool isSplit)
    {
        (_spans, _shared, _broken, _own, _isSplit) = (spans, shared, broken, own, isSplit);
        (_loose, _ofOwn, _ofOther, _isAbsorbed) = (Nowhere(own.Count), Nowhere(own.Count), Nowhere(otherCount), new bool[spans.Count]);
        for (int k = 0; k < spans.Count; k++)
        {
            AlignedSpan span = Oriented(k);
            if (span.BeforeCount == 0)
                _loose[span.After] = k;
            else if (!span.Moved && span.AfterCount > 0)
                _ofOther[span.Before] = _ofOwn[span.After] = k;
        }
    }

    /// <returns>Whether every place was looked at within the budget.</returns>
    public static bool Apply(List<AlignedSpan> spans, AnalyzedPolicy before, AnalyzedPolicy after)
    {
        bool[] isLooseBefore = new bool[before.Provisions.Count], isLooseAfter = new bool[after.Provisions.Count];
        foreach (AlignedSpan span in spans)
        {
            if (span.IsAdded)
                isLooseAfter[span.After] = true;
            else if (span.IsRemoved)
                isLooseBefore[span.Before] = true;
        }

        SharedText shared = SharedText.Of(before, after, isLooseBefore, isLooseAfter);
        var split = new BrokenLines(before.Provisions, after.Provisions);
        new SplitMergeFinder(spans, shared, split, after.Provisions, before.Provisions.Count, isSplit: true).Absorb();
        var merge = new BrokenLines(after.Provisions, before.Provisions);
        new SplitMergeFinder(spans, shared, merge, before.Provisions, after.Provisions.Count, isSplit: false).Absorb();
        return split.IsComplete && merge.IsComplete;
    }

    // Seen from the side that fell into parts: a split as it is, a merge mirrored.
    private AlignedSpan Oriented(int k) => _isSplit ? _spans[k] : _spans[k].Mirror();

    private void Absorb()
    {
        for (int ordinal = 0; ordinal < _loose.Length; ordinal++)
        {
            // Whatever stands before a part that found its home may have waited for it.
            for (int part = ordinal; part >= 0 && _loose[part] >= 0 && TryAbsorb(part);)
                part--;
        }

        int at = 0;
        _spans.RemoveAll(_ => _isAbsorbed[at++]);
    }

    private bool TryAbsorb(int ordinal)
    {
        int at = _loose[ordinal];
        if (_isAbsorbed[at])
            return false;
        int home = Home(ordinal);
        if (home < 0)
            home = Broken(ordinal);
        if (home < 0)
            return false;
        AlignedSpan span = Oriented(home);
        if (span.After + span.AfterCount == ordinal)
            span = span with { AfterCount = span.AfterCount + 1, IsSame = false };
        else if (span.After - 1 == ordinal)
            span = span with { After = ordinal, AfterCount = span.AfterCount + 1, IsSame = false };
        else
            return false;
        _spans[home] = _isSplit ? span : span.Mirror();
        _ofOwn[ordinal] = home;
        return _isAbsorbed[at] = true;
    }

    /// <summary>The match whose other side holds most of the text of a provision without a partner, or -1.</summary>
    private int Home(int ordinal)
    {
        Provision part = _own[ordinal].Provision;
        if (part.Kind == ProvisionKind.TableRow)
            return -1;
        foreach (int other in _shared.Holders(ordinal, isBefore: !_isSplit, FromThere * SharedText.Letters(part.Text)))
        {
            if (_ofOther[other] >= 0)
                return _ofOther[other];
        }

        return -1;
    }

    /// <summary>The neighbour that only a broken line parts from a provision, or -1.</summary>
    private int Broken(int ordinal)
    {
        foreach (int neighbour in (ReadOnlySpan<int>)[ordinal - 1, ordinal + 1])
        {
            if (neighbour < 0 || neighbour >= _ofOwn.Length || _ofOwn[neighbour] < 0)
                continue;
            AlignedSpan span = Oriented(_ofOwn[neighbour]);
            if (_broken.AreOne(span, ordinal))
                return _ofOwn[neighbour];
        }

        return -1;
    }

    private static int[] Nowhere(int count)
    {
        int[] places = new int[count];
        Array.Fill(places, -1);
        return places;
    }
}
