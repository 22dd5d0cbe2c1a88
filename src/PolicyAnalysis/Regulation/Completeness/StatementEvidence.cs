using PolicyAnalysis.Regulation.Catalog;
using PolicyAnalysis.Regulation.Cues;

namespace PolicyAnalysis.Regulation.Completeness;

/// <summary>A passage of one of the documents.</summary>
internal readonly record struct Passage(int Document, TextRange Range);

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
    private const int MostPassages = 3;
    private const double MostCertain = 0.99;

    public static IReadOnlyDictionary<string, FoundStatement> Find(IReadOnlyList<(int Index, PolicyCues Cues)> policies, StatementCues catalog, CancellationToken cancellationToken)
    {
        var all = new List<(CueRule Rule, Passage Passage)>();
        var matches = new List<CueMatch>();
        foreach ((int index, PolicyCues policy) in policies)
        {
            matches.Clear();
            for (int provision = 0; provision < policy.Provisions.Length; provision++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                catalog.Index.Match(policy, provision, matches);
            }

            foreach (CueMatch match in matches)
                all.Add((match.Rule, new Passage(index, match.Sentence)));
        }

        ILookup<CueRule, Passage> byRule = all.ToLookup(pair => pair.Rule, pair => pair.Passage);
        var found = new Dictionary<string, FoundStatement>(StringComparer.Ordinal);
        foreach (NoticeStatement statement in catalog.Statements.Values)
            found.Add(statement.Id, Of(statement, byRule));
        return found;
    }

    private static FoundStatement Of(NoticeStatement statement, ILookup<CueRule, Passage> byRule)
    {
        // Rules speak independently of each other; the same rule twice says little more than once.
        double silent = 1;
        double silentWithPartial = 1;
        var passages = new List<(double Confidence, Passage Passage)>();
        foreach (CueRule rule in statement.Rules)
        {
            if (!byRule.Contains(rule))
                continue;
            if (!rule.Partial)
                silent *= 1 - rule.Confidence;
            silentWithPartial *= 1 - rule.Confidence;
            foreach (Passage passage in byRule[rule])
                passages.Add((rule.Partial ? rule.Confidence / 2 : rule.Confidence, passage));
        }

        if (passages.Count == 0)
            return FoundStatement.Nothing;
        return new FoundStatement(
            Math.Min(MostCertain, 1 - silent),
            Math.Min(MostCertain, 1 - silentWithPartial),
            [.. passages.OrderByDescending(pair => pair.Confidence).ThenBy(pair => pair.Passage.Document).ThenBy(pair => pair.Passage.Range).Select(pair => pair.Passage).Distinct().Take(MostPassages)]);
    }
}
