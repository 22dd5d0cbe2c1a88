namespace PolicyAnalysis.Comparison.Evidence;

/// <summary>What became of one cue in a change.</summary>
/// <param name="Gained">The first words that meet it anew; <see langword="null"/> where none do.</param>
/// <param name="Lost">The first words that met it and are gone; <see langword="null"/> where none are.</param>
/// <param name="IsTouched">Whether it stands in words that changed, on either side.</param>
/// <param name="Stands">Whether it stands in the provision, on either side.</param>
internal readonly record struct CueEvidence(string? Gained, string? Lost, bool IsTouched, bool Stands)
{
    public static CueEvidence Of(Cue cue, ChangeDraft draft)
    {
        IReadOnlyList<TextRange> was = cue.Find(draft.Was);
        IReadOnlyList<TextRange> now = cue.Find(draft.Now);
        if (was.Count + now.Count == 0)
            return default;
        List<string> goneWords = Touched(draft.Was, was, draft.Edits, static edit => edit.Before);
        List<string> comeWords = Touched(draft.Now, now, draft.Edits, static edit => edit.After);
        string? gained = comeWords.Find(word => !goneWords.Contains(word, StringComparer.OrdinalIgnoreCase));
        string? lost = goneWords.Find(word => !comeWords.Contains(word, StringComparer.OrdinalIgnoreCase));
        // A word inserted beside a cue can make or break it without touching it.
        if (gained is null && now.Count > was.Count)
            gained = now[^1].Of(draft.Now);
        if (lost is null && was.Count > now.Count)
            lost = was[^1].Of(draft.Was);
        return new CueEvidence(gained, lost, goneWords.Count + comeWords.Count > 0 || gained is not null || lost is not null, true);
    }

    public CueEvidence Mirror() => new(Lost, Gained, IsTouched, Stands);

    private static List<string> Touched(string text, IReadOnlyList<TextRange> found, IReadOnlyList<TextEdit> edits, Func<TextEdit, TextRange> side)
    {
        var words = new List<string>();
        int next = 0;
        foreach (TextRange range in found)
        {
            while (next < edits.Count && side(edits[next]).End <= range.Start)
                next++;
            if (next < edits.Count && side(edits[next]).Overlaps(range))
                words.Add(range.Of(text));
        }

        return words;
    }
}
