namespace PolicyAnalysis.Regulation.Cues;

/// <summary>What a token is besides a word.</summary>
[Flags]
internal enum CueTokenKinds
{
    /// <summary>A word.</summary>
    Word = 0,

    /// <summary>Starts with a digit or is a number word.</summary>
    Number = 1,

    /// <summary>An e-mail address.</summary>
    Email = 2,

    /// <summary>A web address.</summary>
    Address = 4,

    /// <summary>Written with a capital first letter.</summary>
    Capital = 8,

    /// <summary>Five digits, as American and many European post codes.</summary>
    PostCode = 16,

    /// <summary>Written in capitals within a text that is not.</summary>
    Acronym = 32,
}

/// <summary>A word of a text as cues see it.</summary>
/// <param name="Range">The range in the text.</param>
/// <param name="Word">The index in the word table of the text.</param>
/// <param name="Kinds">What it is besides a word.</param>
/// <param name="BreakBefore">Whether a sentence ends before it.</param>
internal readonly record struct CueToken(TextRange Range, int Word, CueTokenKinds Kinds, bool BreakBefore);
