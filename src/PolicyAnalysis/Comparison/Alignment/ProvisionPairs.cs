namespace PolicyAnalysis.Comparison.Alignment;

/// <summary>Which provision of one version stands for which of the other, while that is being found out.</summary>
internal sealed class ProvisionPairs
{
    private readonly int[] _afterOf;
    private readonly int[] _beforeOf;
    private readonly bool[] _isMoved;
    private readonly bool[] _isSame;

    public ProvisionPairs(int before, int after)
    {
        _afterOf = new int[before];
        _beforeOf = new int[after];
        _isMoved = new bool[before];
        _isSame = new bool[before];
        Array.Fill(_afterOf, -1);
        Array.Fill(_beforeOf, -1);
    }

    public int BeforeCount => _afterOf.Length;

    public int AfterCount => _beforeOf.Length;

    public bool IsOpen(int before) => _afterOf[before] < 0;

    public bool IsFree(int after) => _beforeOf[after] < 0;

    /// <summary>The place of the partner in the version after, or -1.</summary>
    public int AfterOf(int before) => _afterOf[before];

    /// <summary>Whether the provision has a partner in the order of the document.</summary>
    public bool IsInPlace(int before) => _afterOf[before] >= 0 && !_isMoved[before];

    public void Pair(int before, int after, bool isMoved, bool isSame)
    {
        (_afterOf[before], _beforeOf[after]) = (after, before);
        (_isMoved[before], _isSame[before]) = (isMoved, isSame);
    }

    /// <summary>One span for each pair and for each provision without a partner: those of the version before in order, then what came.</summary>
    public List<AlignedSpan> ToSpans()
    {
        var spans = new List<AlignedSpan>(BeforeCount);
        for (int i = 0; i < BeforeCount; i++)
            spans.Add(IsOpen(i) ? new AlignedSpan(i, 1, 0, 0) : new AlignedSpan(i, 1, _afterOf[i], 1) { Moved = _isMoved[i], IsSame = _isSame[i] });
        for (int j = 0; j < AfterCount; j++)
        {
            if (IsFree(j))
                spans.Add(new AlignedSpan(0, 0, j, 1));
        }

        return spans;
    }
}
