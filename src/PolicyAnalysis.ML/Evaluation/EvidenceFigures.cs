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

    /// <summary>Provisions whose address says that it marks a part, because the other words are in images or folded away, and does.</summary>
    public required int MarkedInPart { get; init; }

    /// <summary>Provisions whose address says that it marks nothing, because their words are in images.</summary>
    public required int InImages { get; init; }

    /// <summary>Provisions whose address says that it marks nothing, because their words are not shown until a part of the page is opened.</summary>
    public required int Hidden { get; init; }

    /// <summary>Provisions whose address says that it marks nothing, because the same words with the same words around them stand on the page before.</summary>
    public required int Repeated { get; init; }

    /// <summary>Provisions whose address does not do what it says.</summary>
    public int Wrong => Provisions - Marked - MarkedInPart - InImages - Hidden - Repeated;

    /// <summary>Addresses that do not mark what they say, a few of them, for a look.</summary>
    public required IReadOnlyList<string> Lost { get; init; }
}
