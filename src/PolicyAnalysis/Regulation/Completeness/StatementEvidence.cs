using PolicyAnalysis.Regulation.Catalog;
using PolicyAnalysis.Regulation.Cues;

namespace PolicyAnalysis.Regulation.Completeness;

/// <summary>A passage of one of the documents.</summary>
/// <param name="Document">The index of the document.</param>
/// <param name="Range">The sentence.</param>
/// <param name="Strength">How strongly it shows the statement, 0 to 1.</param>
/// <param name="Labels">The labels of its provision.</param>
internal sealed record Passage(int Document, TextRange Range, double Strength, IReadOnlyList<ProvisionLabel> Labels);

/// <summary>What was found of one statement in one or more documents.</summary>
/// <param name="Score">The probability that it is stated, 0 to 1.</param>
/// <param name="PartialScore">The probability that at least something close is stated.</param>
/// <param name="Passages">The passages, best first.</param>
internal sealed record FoundStatement(double Score, double PartialScore, IReadOnlyList<Passage> Passages)
{
    public static FoundStatement Nothing { get; } = new(0, 0, []);
}

/// <summary>Finds the statements that documents make, each with its passages.</summary>
internal static class StatementEvidence
{
    private const int MostPassages = 12;
    private const double OfStatedDate = 0.95;
    private const double MostCertain = 0.99;

    public static IReadOnlyDictionary<string, FoundStatement> Find(IReadOnlyList<(int Index, PolicyDocument Document, PolicyCues Cues)> policies, StatementCues catalog, CancellationToken cancellationToken)
    {
        var all = new List<(CueRule Rule, Place Place)>();
        var matches = new List<CueMatch>();
        foreach ((int index, PolicyDocument _, PolicyCues policy) in policies)
        {
            matches.Clear();
            for (int provision = 0; provision < policy.Provisions.Length; provision++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                catalog.Index.Match(policy, provision, matches);
            }

            foreach (CueMatch match in matches)
                all.Add((match.Rule, new Place(index, match.Sentence, policy.Provisions[match.Provision].Analyzed.Labels)));
        }

        ILookup<CueRule, Place> byRule = all.ToLookup(pair => pair.Rule, pair => pair.Place);
        var found = new Dictionary<string, FoundStatement>(StringComparer.Ordinal);
        foreach (NoticeStatement statement in catalog.Statements.Values)
            found.Add(statement.Id, Of(statement, byRule, policies));
        return found;
    }

    private readonly record struct Place(int Document, TextRange Range, IReadOnlyList<ProvisionLabel> Labels);

    private static FoundStatement Of(NoticeStatement statement, ILookup<CueRule, Place> byRule, IReadOnlyList<(int Index, PolicyDocument Document, PolicyCues Cues)> policies)
    {
        // Rules speak independently of each other; the same rule twice says little more than once.
        double silent = 1;
        double silentWithPartial = 1;
        var passages = new Dictionary<(int Document, TextRange Range), (double Silent, Place Place)>();
        void Add(Place place, double confidence)
        {
            (double before, Place _) = passages.GetValueOrDefault((place.Document, place.Range), (1, place));
            passages[(place.Document, place.Range)] = (before * (1 - confidence), place);
        }

        foreach (CueRule rule in statement.Rules)
        {
            if (!byRule.Contains(rule))
                continue;
            if (!rule.Partial)
                silent *= 1 - rule.Confidence;
            silentWithPartial *= 1 - rule.Confidence;
            foreach (Place place in byRule[rule].DistinctBy(place => (place.Document, place.Range)))
                Add(place, rule.Partial ? rule.Confidence / 2 : rule.Confidence);
        }

        foreach ((int index, PolicyDocument document, PolicyCues _) in statement.StatedDates ? policies : [])
        {
            foreach (StatedDate date in document.Dates)
            {
                silent *= 1 - OfStatedDate;
                silentWithPartial *= 1 - OfStatedDate;
                Add(new Place(index, date.Range, []), OfStatedDate);
            }
        }

        if (passages.Count == 0)
            return FoundStatement.Nothing;
        return new FoundStatement(
            Math.Min(MostCertain, 1 - silent),
            Math.Min(MostCertain, 1 - silentWithPartial),
            [.. passages.Values.Select(pair => new Passage(pair.Place.Document, pair.Place.Range, 1 - pair.Silent, pair.Place.Labels)).OrderByDescending(passage => passage.Strength).ThenBy(passage => passage.Document).ThenBy(passage => passage.Range).Take(MostPassages)]);
    }
}
