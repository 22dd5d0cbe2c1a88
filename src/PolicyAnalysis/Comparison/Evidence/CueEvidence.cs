namespace PolicyAnalysis.Comparison.Evidence;

/// <summary>What became of one cue in a change.</summary>
/// <param name="Gained">The first words that meet it anew; <see langword="null"/> where none do.</param>
/// <param name="GainedShare">The share of the changed sentences after that hold words which meet it, 0 to 1.</param>
/// <param name="Lost">The first words that met it and are gone; <see langword="null"/> where none are.</param>
/// <param name="LostShare">The share of the changed sentences before that held words which met it, 0 to 1.</param>
/// <param name="IsTouched">Whether it stands in words that changed, on either side.</param>
/// <param name="Stands">Whether it stands in the provision, on either side.</param>
internal readonly record struct CueEvidence(string? Gained, double GainedShare, string? Lost, double LostShare, bool IsTouched, bool Stands)
{
    public static CueEvidence Of(Cue cue, ChangedText was, ChangedText now)
    {
        IReadOnlyList<TextRange> before = cue.Find(was.Text);
        IReadOnlyList<TextRange> after = cue.Find(now.Text);
        if (before.Count + after.Count == 0)
            return default;
        List<TextRange> gone = was.Touched(before);
        List<TextRange> come = now.Touched(after);
        string? gained = Fresh(come, now.Text, gone, was.Text);
        string? lost = Fresh(gone, was.Text, come, now.Text);
        bool isTouched = gone.Count + come.Count > 0;
        // A word inserted beside a cue can make or break it without touching it.
        if (gained is null && after.Count > before.Count)
            gained = after[^1].Of(now.Text);
        if (lost is null && before.Count > after.Count)
            lost = before[^1].Of(was.Text);
        return new CueEvidence(gained, now.Share(come), lost, was.Share(gone), isTouched || gained is not null || lost is not null, true);
    }

    public CueEvidence Mirror() => new(Lost, LostShare, Gained, GainedShare, IsTouched, Stands);

    private static string? Fresh(List<TextRange> here, string text, List<TextRange> there, string otherText)
    {
        foreach (TextRange range in here)
        {
            string words = range.Of(text);
            if (!there.Exists(other => string.Equals(other.Of(otherText), words, StringComparison.OrdinalIgnoreCase)))
                return words;
        }

        return null;
    }
}
