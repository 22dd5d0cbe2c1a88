namespace PolicyAnalysis.Regulation.Cues;

/// <summary>A policy as cues see it: words, sentences and every pattern met, provision by provision.</summary>
/// <remarks>Immutable once made and thread-safe. Time and space are linear in the text.</remarks>
internal sealed class PolicyCues
{
    private PolicyCues(string text, ProvisionCues[] provisions, HashSet<int> title)
    {
        Text = text;
        Title = title;
        Provisions = provisions;
        Met = [.. provisions.SelectMany(provision => provision.Hits).Select(hit => hit.Pattern)];
        SectionHits = provisions.GroupBy(provision => provision.Section).ToDictionary(group => group.Key, group => group.SelectMany(each => each.Hits).Select(hit => hit.Pattern).ToHashSet());
    }

    /// <summary>The canonical text.</summary>
    public string Text { get; }

    /// <summary>The provisions that are not headings, in reading order.</summary>
    public ProvisionCues[] Provisions { get; }

    /// <summary>The patterns met in the title of the document.</summary>
    public HashSet<int> Title { get; }

    /// <summary>The patterns met anywhere.</summary>
    public HashSet<int> Met { get; }

    /// <summary>The patterns met in each section.</summary>
    public Dictionary<int, HashSet<int>> SectionHits { get; }

    /// <summary>Whether the cues speak a language; one that is not known counts as English.</summary>
    public static bool Speaks(string? language) => language is null || language.StartsWith("en", StringComparison.OrdinalIgnoreCase);

    public static PolicyCues Read(AnalyzedPolicy policy, CueSet set, CancellationToken cancellationToken)
    {
        string text = policy.Document.Text;
        var words = new WordTable();
        CueSet.Walk walk = set.Begin(words);
        var contexts = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        var provisions = new List<ProvisionCues>(policy.Provisions.Count);
        var tokens = new List<CueToken>(256);
        var hits = new List<CueHit>(64);
        int section = 0;
        IReadOnlyList<string> headings = [];
        foreach (AnalyzedProvision analyzed in policy.Provisions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Provision provision = analyzed.Provision;
            if (provision.Kind == ProvisionKind.Heading)
                continue;
            if (!provision.Headings.SequenceEqual(headings, StringComparer.Ordinal))
            {
                section++;
                headings = provision.Headings;
            }

            tokens.Clear();
            hits.Clear();
            if (provision.LeadInRange is { } leadIn)
                CueTokenizer.Add(text, leadIn, words, tokens);
            int own = tokens.Count;
            CueTokenizer.Add(text, provision.Range, words, tokens, joined: own > 0);
            CueToken[] kept = [.. tokens];
            walk.Match(kept, own, hits);
            provisions.Add(new ProvisionCues
            {
                Analyzed = analyzed,
                Tokens = kept,
                Own = own,
                Hits = [.. hits],
                Context = ContextOf(provision, policy.Document.Title, walk, words, contexts),
                Section = section,
            });
        }

        return new PolicyCues(text, [.. provisions], MetIn(policy.Document.Title ?? string.Empty, walk, words));
    }

    /// <remarks>The title of the document stands above everything and says nothing of one section.</remarks>
    private static HashSet<int> ContextOf(Provision provision, string? title, CueSet.Walk walk, WordTable words, Dictionary<string, HashSet<int>> known)
    {
        string context = string.Join('\n', [.. provision.Headings.SkipWhile(heading => heading == title), .. provision.TableHeaders, provision.LeadIn ?? string.Empty]);
        if (known.TryGetValue(context, out HashSet<int>? met))
            return met;
        met = MetIn(context, walk, words);
        known.Add(context, met);
        return met;
    }

    private static HashSet<int> MetIn(string text, CueSet.Walk walk, WordTable words)
    {
        var tokens = new List<CueToken>(32);
        var hits = new List<CueHit>(16);
        CueTokenizer.Add(text, new TextRange(0, text.Length), words, tokens);
        walk.Match(tokens.ToArray(), 0, hits);
        return [.. hits.Select(hit => hit.Pattern)];
    }
}
