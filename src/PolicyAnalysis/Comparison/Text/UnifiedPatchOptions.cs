namespace PolicyAnalysis.Comparison.Text;

/// <summary>How a unified patch is written. Immutable and thread-safe.</summary>
public sealed record UnifiedPatchOptions
{
    /// <summary>Names "before" and "after", three lines of context.</summary>
    public static UnifiedPatchOptions Default { get; } = new();

    /// <summary>The name in the line that begins with <c>---</c>.</summary>
    public string BeforeName { get; init; } = "before";

    /// <summary>The name in the line that begins with <c>+++</c>.</summary>
    public string AfterName { get; init; } = "after";

    /// <summary>Equal lines shown around a change, 0 or more; 3 by default.</summary>
    public int ContextLines { get; init; } = 3;
}
