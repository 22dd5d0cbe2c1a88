namespace PolicyAnalysis.Regulation.Cues;

/// <summary>A pattern met in a run of words.</summary>
/// <param name="Pattern">The pattern's number in its set.</param>
/// <param name="First">The index of the first word.</param>
/// <param name="Last">The index of the last word.</param>
internal readonly record struct CueHit(int Pattern, int First, int Last);
