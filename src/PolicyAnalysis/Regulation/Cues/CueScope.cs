namespace PolicyAnalysis.Regulation.Cues;

/// <summary>How far around a cue its companions are looked for.</summary>
internal enum CueScope
{
    /// <summary>The sentence.</summary>
    Sentence,

    /// <summary>The provision.</summary>
    Provision,

    /// <summary>The provisions under the same heading.</summary>
    Section,

    /// <summary>The document.</summary>
    Document,
}
