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
        int changed = 0;
        int displaced = 0;
        foreach (TextEdit edit in edits)
        {
            List<string> gone = WordTokens.Words(edit.Before.Of(was));
            List<string> come = WordTokens.Words(edit.After.Of(now));
            changed += gone.Count + come.Count;
            displaced += _after.Count(gone) + _before.Count(come);
        }

        return changed < FewestWords ? 0 : (double)displaced / changed;
    }
}
