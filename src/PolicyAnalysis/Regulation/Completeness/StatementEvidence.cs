using PolicyAnalysis.Regulation.Catalog;
using PolicyAnalysis.Regulation.Cues;

namespace PolicyAnalysis.Regulation.Completeness;

/// <summary>What was found of one statement in a notice.</summary>
/// <param name="Score">The probability that it is stated, 0 to 1.</param>
/// <param name="PartialScore">The probability that at least something close is stated.</param>
/// <param name="Passages">The passages, best first.</param>
internal sealed record FoundStatement(double Score, double PartialScore, IReadOnlyList<TextRange> Passages)
{
    public static FoundStatement Nothing { get; } = new(0, 0, []);
}

/// <summary>Finds the statements that a notice makes, each with its passages.</summary>
internal static class StatementEvidence
{
    private const int MostPassages = 3;
    private const double MostCertain = 0.99;

    public static IReadOnlyDictionary<string, FoundStatement> Find(PolicyCues policy, StatementCues catalog, CancellationToken cancellationToken)
    {
        var matches = new List<CueMatch>();
        for (int provision = 0; provision < policy.Provisions.Length; provision++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            catalog.Index.Match(policy, provision, matches);
        }

        ILookup<CueRule, CueMatch> byRule = matches.ToLookup(match => match.Rule);
        var found = new Dictionary<string, FoundStatement>(StringComparer.Ordinal);
        foreach (NoticeStatement statement in catalog.Statements.Values)
            found.Add(statement.Id, Of(statement, byRule));
        return found;
    }

    private static FoundStatement Of(NoticeStatement statement, ILookup<CueRule, CueMatch> byRule)
    {
        // Rules speak independently of each other; the same rule twice says little more than once.
        double silent = 1;
        double silentWithPartial = 1;
        var passages = new List<(double Confidence, TextRange Range)>();
        foreach (CueRule rule in statement.Rules)
        {
            if (!byRule.Contains(rule))
                continue;
            if (!rule.Partial)
                silent *= 1 - rule.Confidence;
            silentWithPartial *= 1 - rule.Confidence;
            foreach (CueMatch match in byRule[rule])
                passages.Add((rule.Partial ? rule.Confidence / 2 : rule.Confidence, match.Sentence));
        }

        if (passages.Count == 0)
            return FoundStatement.Nothing;
        return new FoundStatement(
            Math.Min(MostCertain, 1 - silent),
            Math.Min(MostCertain, 1 - silentWithPartial),
            [.. passages.OrderByDescending(pair => pair.Confidence).ThenBy(pair => pair.Range).Select(pair => pair.Range).Distinct().Take(MostPassages)]);
    }
}
