namespace PolicyAnalysis;

/// <summary>What an edit does to the text before.</summary>
public enum EditOperation
{
    /// <summary>Both sides are the same.</summary>
    Equal,

    /// <summary>Text stands only in the after side; the before range is empty.</summary>
    Insert,

    /// <summary>Text stood only in the before side; the after range is empty.</summary>
    Delete,

    /// <summary>Text of the before side gave way to other text; neither range is empty.</summary>
    Replace,
}

/// <summary>One step of an edit script: a range of the text before becomes a range of the text after.</summary>
/// <param name="Operation">What happens to the text.</param>
/// <param name="Before">The range in the text before; empty for an insertion.</param>
/// <param name="After">The range in the text after; empty for a deletion.</param>
public readonly record struct TextEdit(EditOperation Operation, TextRange Before, TextRange After);
