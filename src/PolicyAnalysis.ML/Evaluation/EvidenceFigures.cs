namespace PolicyAnalysis.ML.Evaluation;

/// <summary>How many provisions lead back to their source, counted over many pages.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record EvidenceFigures
{
    /// <summary>The number of provisions.</summary>
    public required int Provisions { get; init; }

    /// <summary>Provisions of which every character stands in the source where its position says, in order.</summary>
    public required int Placed { get; init; }

    /// <summary>Provisions whose address with a text fragment marks exactly their words on the page.</summary>
    public required int Marked { get; init; }

    /// <summary>Provisions whose address marks their first and last words, with words of the page between that are no part of the policy.</summary>
    public required int MarkedWithMore { get; init; }

    /// <summary>Addresses that lead nowhere or elsewhere, a few of them, for a look.</summary>
    public required IReadOnlyList<string> Lost { get; init; }
}
