namespace PolicyAnalysis.Comparison.Alignment;

/// <summary>
/// The provisions before and those they became: one each, several for a split, a merge or provisions that are read as one,
/// none on the side where there is nothing.
/// </summary>
internal sealed record ProvisionMatch(IReadOnlyList<AnalyzedProvision> Before, IReadOnlyList<AnalyzedProvision> After, bool Moved)
{
    public ProvisionMatch Mirror() => new(After, Before, Moved);

    public bool IsAdded => Before.Count == 0;

    public bool IsRemoved => After.Count == 0;
}
