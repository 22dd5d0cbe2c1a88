namespace PolicyAnalysis.Comparison.Alignment;

/// <summary>
/// Finds provisions that became several, and several that became one: a provision without a partner whose text stands, in the
/// same place, inside a provision of the other version beside whose partner it stands.
/// </summary>
internal sealed class SplitMergeFinder
{
    private const double FromThere = 0.75;

    private readonly List<AlignedSpan> _spans;
    private readonly AnalyzedPolicy _whole;
    private readonly AnalyzedPolicy _parted;
    private readonly BrokenLines _broken;
    private readonly bool _isSplit;
    private readonly int[] _loose;
    private readonly int[] _homeOf;
    private readonly bool[] _isAbsorbed;
    private readonly Dictionary<int, (int First, int[] Letters)> _shared = [];

    private SplitMergeFinder(List<AlignedSpan> spans, AnalyzedPolicy whole, AnalyzedPolicy parted, bool isSplit)
    {
        (_spans, _whole, _parted, _isSplit) = (spans, whole, parted, isSplit);
        _broken = new BrokenLines(whole.Provisions, parted.Provisions);
        (_loose, _homeOf, _isAbsorbed) = (Nowhere(parted.Provisions.Count), Nowhere(parted.Provisions.Count), new bool[spans.Count]);
        for (int k = 0; k < spans.Count; k++)
        {
            AlignedSpan span = Oriented(k);
            if (span.BeforeCount == 0)
                _loose[span.After] = k;
            else if (!span.Moved && span.AfterCount > 0)
                _homeOf[span.After] = k;
        }
    }

    /// <returns>Whether every place was looked at within the budget.</returns>
    public static bool Apply(List<AlignedSpan> spans, AnalyzedPolicy before, AnalyzedPolicy after)
    {
        var split = new SplitMergeFinder(spans, before, after, isSplit: true);
        split.Absorb();
        var merge = new SplitMergeFinder(spans, after, before, isSplit: false);
        merge.Absorb();
        return split._broken.IsComplete && merge._broken.IsComplete;
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
        foreach (int home in (ReadOnlySpan<int>)[HomeAt(ordinal - 1), HomeAt(ordinal + 1)])
        {
            // What stands unchanged on both sides has no room for more.
            if (home < 0 || Oriented(home).IsSame || !(HoldsMost(home, ordinal) || _broken.AreOne(Oriented(home), ordinal)))
                continue;
            AlignedSpan span = Oriented(home);
            span = span with { After = Math.Min(span.After, ordinal), AfterCount = span.AfterCount + 1 };
            _spans[home] = _isSplit ? span : span.Mirror();
            _homeOf[ordinal] = home;
            return _isAbsorbed[at] = true;
        }

        return false;
    }

    private int HomeAt(int ordinal) => ordinal >= 0 && ordinal < _homeOf.Length ? _homeOf[ordinal] : -1;

    /// <summary>Whether the whole provision of a match holds most of the letters of a provision without a partner beside its parts.</summary>
    private bool HoldsMost(int home, int ordinal)
    {
        Provision part = _parted.Provisions[ordinal].Provision;
        AlignedSpan span = Oriented(home);
        string whole = _whole.Provisions[span.Before].Provision.Text;
        if (part.Kind == ProvisionKind.TableRow || whole.Length < FromThere * SharedLetters.Count(part.Text))
            return false;
        if (!_shared.TryGetValue(home, out (int First, int[] Letters) shared))
            _shared[home] = shared = Share(span, whole);
        return shared.Letters[ordinal - shared.First] >= FromThere * SharedLetters.Count(part.Text);
    }

    // With all that stand without a partner around the match: the search sees which part comes from where.
    private (int First, int[] Letters) Share(in AlignedSpan span, string whole)
    {
        (int first, int end) = (span.After, span.After + span.AfterCount);
        while (first > 0 && _loose[first - 1] >= 0)
            first--;
        while (end < _loose.Length && _loose[end] >= 0)
            end++;
        return (first, SharedLetters.Of(whole, _parted, first, end - first));
    }

    private static int[] Nowhere(int count)
    {
        int[] places = new int[count];
        Array.Fill(places, -1);
        return places;
    }
}
