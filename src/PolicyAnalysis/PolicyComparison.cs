namespace PolicyAnalysis;

/// <summary>The dates that the two sides of a comparison state of themselves.</summary>
/// <param name="Before">The date before: effective where stated, otherwise updated; <see langword="null"/> where none is stated.</param>
/// <param name="After">The date after, found the same way.</param>
public readonly record struct ComparisonDates(DateOnly? Before, DateOnly? After);

/// <summary>Something a reader of a comparison should know before trusting it.</summary>
/// <param name="Code">A stable code, for example <c>dates-run-backwards</c>.</param>
/// <param name="Message">One plain sentence.</param>
public sealed record ComparisonWarning(string Code, string Message);

/// <summary>Two versions of a policy and what changed between them.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record PolicyComparison
{
    /// <summary>The version before.</summary>
    public required AnalyzedPolicy Before { get; init; }

    /// <summary>The version after.</summary>
    public required AnalyzedPolicy After { get; init; }

    /// <summary>What changed, in the reading order of the version after; removals stand where they stood.</summary>
    public required IReadOnlyList<ChangeRecord> Changes { get; init; }

    /// <summary>The dates the two versions state.</summary>
    public required ComparisonDates Dates { get; init; }

    /// <summary>What a reader should know before trusting the result; usually empty.</summary>
    public IReadOnlyList<ComparisonWarning> Warnings { get; init; } = [];

    /// <summary>Whether a budget was met and the comparison is coarser than it could be; it is correct either way.</summary>
    public bool IsApproximate { get; init; }
}
