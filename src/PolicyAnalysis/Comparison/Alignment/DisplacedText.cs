namespace PolicyAnalysis.Comparison.Alignment;

/// <summary>Tells text that only went to another provision from text that came or went.</summary>
/// <param name="before">The canonical text before.</param>
/// <param name="after">The canonical text after.</param>
internal sealed class DisplacedText(string before, string after)
{
    private const int FewestWords = 8;

    private readonly StandingPhrases _before = new(before);
    private readonly StandingPhrases _after = new(after);

    /// <summary>The share of the changed words that stand elsewhere on the other side, 0 to 1; 0 where few words changed.</summary>
    public double Share(string was, string now, IReadOnlyList<TextEdit> edits)
    {
        List<List<string>> gone = [.. edits.Select(edit => WordTokens.Words(edit.Before.Of(was)))];
        List<List<string>> come = [.. edits.Select(edit => WordTokens.Words(edit.After.Of(now)))];
        int changed = gone.Sum(static words => words.Count) + come.Sum(static words => words.Count);
        // The phrases of a whole document are read only where their count can matter.
        return changed < FewestWords ? 0 : (double)(gone.Sum(_after.Count) + come.Sum(_before.Count)) / changed;
    }
}
