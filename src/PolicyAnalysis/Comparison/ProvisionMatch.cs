namespace PolicyAnalysis.Comparison;

/// <summary>A provision before and the one it became; <see langword="null"/> where there is none.</summary>
internal readonly record struct ProvisionMatch(AnalyzedProvision? Before, AnalyzedProvision? After, bool Moved)
{
    public ProvisionMatch Mirror() => new(After, Before, Moved);
}
