namespace PolicyAnalysis.Classification.Features;

/// <summary>What a character is to the reader of words.</summary>
internal enum CharacterKind : byte
{
    /// <summary>A mark that the reader passes over.</summary>
    Other,

    /// <summary>White space.</summary>
    Space,

    /// <summary>A letter: a word begins.</summary>
    Letter,

    /// <summary>An ASCII digit: a number begins.</summary>
    Digit,

    /// <summary>A mark that ends a sentence or clause.</summary>
    Break,

    /// <summary>A sign of a currency.</summary>
    Money,
}
