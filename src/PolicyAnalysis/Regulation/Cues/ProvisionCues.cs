namespace PolicyAnalysis.Regulation.Cues;

/// <summary>The words of one provision, its sentences, and the patterns met in it and around it.</summary>
internal sealed class ProvisionCues
{
    public required AnalyzedProvision Analyzed { get; init; }

    /// <summary>The words: those of the lead-in, then the provision's own.</summary>
    public required CueToken[] Tokens { get; init; }

    /// <summary>Where the provision's own words begin in <see cref="Tokens"/>.</summary>
    public required int Own { get; init; }

    /// <summary>The hits that end in the provision's own words.</summary>
    public required CueHit[] Hits { get; init; }

    /// <summary>The patterns met in the headings above, the lead-in and the table's headers.</summary>
    public required HashSet<int> Context { get; init; }

    /// <summary>The number of the section: provisions under the same headings in a row share it.</summary>
    public required int Section { get; init; }

    public Provision Provision => Analyzed.Provision;

    /// <summary>The first and last word of the sentence that a word stands in, within the provision's own words.</summary>
    public (int First, int Last) SentenceOf(int token)
    {
        int first = Math.Max(token, Own);
        while (first > Own && !Tokens[first].BreakBefore)
            first--;
        int last = Math.Max(token, Own);
        while (last + 1 < Tokens.Length && !Tokens[last + 1].BreakBefore)
            last++;
        return (first, last);
    }

    /// <summary>The sentence as a range of the canonical text, with its closing mark.</summary>
    public TextRange SentenceRange(int token, string text)
    {
        (int first, int last) = SentenceOf(token);
        int end = last + 1 < Tokens.Length ? Tokens[last + 1].Range.Start : Provision.Range.End;
        int start = first == Own ? Provision.Range.Start : Tokens[first].Range.Start;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '(' or '"' or '“' or '‘'))
            end--;
        return new TextRange(start, end);
    }
}
