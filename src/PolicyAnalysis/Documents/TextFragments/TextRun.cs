namespace PolicyAnalysis.Documents.TextFragments;

/// <summary>Where the text of a node of the page begins in a text that was put together of several.</summary>
/// <param name="Start">The offset of its first visible character, or before it.</param>
/// <param name="Node">The node's number; <see cref="Image"/> for the alternative of an image.</param>
internal readonly record struct TextRun(int Start, int Node)
{
    /// <summary>The number that stands for any image: its alternative is no text of the page.</summary>
    public const int Image = -1;
}
