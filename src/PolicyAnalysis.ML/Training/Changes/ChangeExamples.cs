using PolicyAnalysis.Comparison;
using PolicyAnalysis.Comparison.Evidence;
using PolicyAnalysis.Comparison.Judgement;
using PolicyAnalysis.ML.Evaluation.Changes;

namespace PolicyAnalysis.ML.Training.Changes;

/// <summary>Makes examples of labelled pairs and of the rules' own examples, each forwards and backwards.</summary>
internal static class ChangeExamples
{
    private const float RuleExampleWeight = 0.3f;

    public static IEnumerable<ChangeExample> OfPair(GoldPair pair, AnalyzedPolicy before, AnalyzedPolicy after, CancellationToken cancellationToken)
    {
        List<ChangeDraft> drafts = PolicyComparer.Drafts(before, after, cancellationToken);
        int[] best = ChangeMatcher.Match(pair.Changes, [.. drafts.Select(static draft => (draft.Was, draft.Now))], out _);
        for (int g = 0; g < best.Length; g++)
        {
            GoldChange gold = pair.Changes[g];
            if (best[g] < 0 || ChangeJudge.Certificate(drafts[best[g]]) is not null)
                continue;
            // Several labelled changes in one provision share its weight: the words that changed are the same for all.
            float weight = 1f / best.Count(other => other == best[g]);
            foreach (ChangeExample example in Of(pair.Id, ChangeEvidence.Of(drafts[best[g]]), gold.Effects[0], gold.Materiality, gold.Direction, weight))
                yield return example;
        }
    }

    /// <summary>Each rule's example is a change with a known effect: it teaches the effects that are rare in real pairs.</summary>
    public static IEnumerable<ChangeExample> OfRules()
    {
        foreach (EffectRule rule in EffectRule.All)
        {
            ChangeEvidence evidence = ChangeEvidence.Of(ChangeDraft.OfExample(rule.Example));
            foreach (ChangeExample example in Of("rule " + rule.Id, evidence, rule.Effect, rule.IsMaterial ? Materiality.Material : Materiality.Minor, rule.Direction, RuleExampleWeight))
                yield return example;
        }
    }

    public static IEnumerable<ChangeExample> Of(string source, ChangeEvidence evidence, string effect, Materiality materiality, ChangeDirection direction, float weight)
    {
        yield return Example(source, evidence, false, effect, materiality, direction, weight);
        yield return Example(source, evidence, true, EffectIds.Mirror(effect), materiality, RuleFile.Mirror(direction), weight);
    }

    private static ChangeExample Example(string source, ChangeEvidence evidence, bool isBackwards, string effect, Materiality materiality, ChangeDirection direction, float weight) => new()
    {
        Source = source,
        Evidence = evidence,
        IsBackwards = isBackwards,
        Effect = effect,
        Materiality = materiality.ToString(),
        Direction = direction.ToString(),
        Weight = weight,
    };
}
