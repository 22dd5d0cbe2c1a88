namespace PolicyAnalysis.Comparison.Alignment;

/// <summary>A match of provisions as places in the two documents: those of one side are neighbours; a side may hold none.</summary>
internal readonly record struct AlignedSpan(int Before, int BeforeCount, int After, int AfterCount)
{
    /// <summary>Whether the provision stands elsewhere than its neighbours.</summary>
    public bool Moved { get; init; }

    /// <summary>Whether one provision with the same text stands on each side.</summary>
    public bool IsSame { get; init; }

    public bool IsAdded => BeforeCount == 0;

    public bool IsRemoved => AfterCount == 0;

    public AlignedSpan Mirror() => new(After, AfterCount, Before, BeforeCount) { Moved = Moved, IsSame = IsSame };

    public ProvisionMatch Of(IReadOnlyList<AnalyzedProvision> before, IReadOnlyList<AnalyzedProvision> after) =>
        new(Side(before, Before, BeforeCount), Side(after, After, AfterCount), Moved);

    private static AnalyzedProvision[] Side(IReadOnlyList<AnalyzedProvision> provisions, int first, int count)
    {
        var side = new AnalyzedProvision[count];
        for (int i = 0; i < count; i++)
            side[i] = provisions[first + i];
        return side;
    }
}
