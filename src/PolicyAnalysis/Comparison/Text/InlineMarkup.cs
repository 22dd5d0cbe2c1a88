namespace PolicyAnalysis.Comparison.Text;

/// <summary>What stands around removed and added text in an inline rendering. Immutable and thread-safe.</summary>
public sealed record InlineMarkup
{
    /// <summary>As <c>git diff --word-diff</c> writes it: <c>[-removed-]</c> and <c>{+added+}</c>.</summary>
    public static InlineMarkup WordDiff { get; } = new();

    /// <summary>HTML: <c>&lt;del&gt;</c> and <c>&lt;ins&gt;</c>, the text escaped.</summary>
    public static InlineMarkup Html { get; } = new() { BeforeRemoved = "<del>", AfterRemoved = "</del>", BeforeAdded = "<ins>", AfterAdded = "</ins>", EscapesHtml = true };

    /// <summary>What begins removed text.</summary>
    public string BeforeRemoved { get; init; } = "[-";

    /// <summary>What ends removed text.</summary>
    public string AfterRemoved { get; init; } = "-]";

    /// <summary>What begins added text.</summary>
    public string BeforeAdded { get; init; } = "{+";

    /// <summary>What ends added text.</summary>
    public string AfterAdded { get; init; } = "+}";

    /// <summary>Whether the characters that mean something in HTML are escaped in the text.</summary>
    public bool EscapesHtml { get; init; }
}
