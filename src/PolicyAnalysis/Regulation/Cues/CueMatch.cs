namespace PolicyAnalysis.Regulation.Cues;

/// <summary>A rule that held, with its place.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Provision">The index of the provision.</param>
/// <param name="Sentence">The sentence that shows it, in the canonical text.</param>
/// <param name="Words">The words of the phrase itself, in the canonical text.</param>
internal readonly record struct CueMatch(CueRule Rule, int Provision, TextRange Sentence, TextRange Words);
