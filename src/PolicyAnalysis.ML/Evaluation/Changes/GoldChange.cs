namespace PolicyAnalysis.ML.Evaluation.Changes;

/// <summary>A pair of versions with the changes that a person found in it.</summary>
internal sealed record GoldPair
{
    public required string Id { get; init; }

    public required IReadOnlyList<GoldChange> Changes { get; init; }

    /// <summary>Whether the person stopped before the end; records without a labelled change are then not counted.</summary>
    public required bool IsTruncated { get; init; }

    /// <summary>Whether the pair was kept back from making rules and models.</summary>
    public bool IsHeldBack { get; init; }
}

/// <summary>One labelled change: words of each side and what was said of them.</summary>
internal sealed record GoldChange
{
    public required string Operation { get; init; }

    /// <summary>The words of the quote before; empty for an addition.</summary>
    public required string[] Before { get; init; }

    /// <summary>The words of the quote after; empty for a removal.</summary>
    public required string[] After { get; init; }

    public required IReadOnlyList<string> Types { get; init; }

    public required IReadOnlyList<string> Effects { get; init; }

    public required Materiality Materiality { get; init; }

    public required ChangeDirection Direction { get; init; }
}
