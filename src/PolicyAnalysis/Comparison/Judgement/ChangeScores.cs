using PolicyAnalysis.Comparison.Evidence;

namespace PolicyAnalysis.Comparison.Judgement;

/// <summary>
/// The scores that model and rules give a change. The change is weighed forwards and backwards and the two are averaged, so
/// that the scores of the change read backwards are exactly the mirrored ones.
/// </summary>
internal sealed record ChangeScores
{
    /// <summary>How much a rule of full weight adds to what the model says of its effect.</summary>
    private const double RuleStrength = 1.0;

    private const double QuantityStrength = 2.0;

    /// <summary>The effects, likeliest first, with probabilities that sum to 1.</summary>
    public required IReadOnlyList<(string Effect, double Score)> Effects { get; init; }

    public required Materiality Materiality { get; init; }

    public required ChangeDirection Direction { get; init; }

    public static ChangeScores Of(ChangeEvidence evidence, ChangeModel model)
    {
        Dictionary<string, float> forwards = ChangeFeatures.Of(evidence, isBackwards: false);
        Dictionary<string, float> backwards = ChangeFeatures.Of(evidence, isBackwards: true);
        // Equal scores are ordered the same from either side.
        bool isTurned = string.CompareOrdinal(evidence.Draft.Was, evidence.Draft.Now) > 0;
        return new ChangeScores
        {
            Effects = RankEffects(evidence, model, forwards, backwards, isTurned),
            Materiality = Enum.Parse<Materiality>(Best(model, "materiality", forwards, backwards, static name => name) ?? nameof(Materiality.Minor)),
            Direction = Enum.Parse<ChangeDirection>(Best(model, "direction", forwards, backwards, static name => RuleFile.Mirror(Enum.Parse<ChangeDirection>(name)).ToString()) ?? nameof(ChangeDirection.Neutral)),
        };
    }

    private static List<(string Effect, double Score)> RankEffects(ChangeEvidence evidence, ChangeModel model, Dictionary<string, float> forwards, Dictionary<string, float> backwards, bool isTurned)
    {
        var ofModel = Average(model, "effect", forwards, backwards, EffectIds.Mirror);
        var ranked = new List<(string Effect, double Score)>();
        double highest = double.MinValue;
        foreach (string effect in EffectIds.All)
        {
            double score = ofModel.GetValueOrDefault(effect, ofModel.Count == 0 ? 0 : -8)
                + (RuleStrength * forwards.GetValueOrDefault("rule:" + effect))
                + (QuantityStrength * forwards.GetValueOrDefault("quantity:" + effect));
            ranked.Add((effect, score));
            highest = Math.Max(highest, score);
        }

        double total = ranked.Sum(entry => Math.Exp(entry.Score - highest));
        return [.. ranked
            .Select(entry => (entry.Effect, Score: Math.Exp(entry.Score - highest) / total))
            .OrderByDescending(static entry => entry.Score)
            .ThenBy(entry => isTurned ? EffectIds.Mirror(entry.Effect) : entry.Effect, StringComparer.Ordinal)];
    }

    private static string? Best(ChangeModel model, string head, Dictionary<string, float> forwards, Dictionary<string, float> backwards, Func<string, string> mirror) =>
        Average(model, head, forwards, backwards, mirror) is { Count: > 0 } scores
            ? scores.OrderByDescending(static entry => entry.Value).ThenByDescending(entry => string.Equals(mirror(entry.Key), entry.Key, StringComparison.Ordinal)).ThenBy(static entry => entry.Key, StringComparer.Ordinal).First().Key
            : null;

    private static Dictionary<string, double> Average(ChangeModel model, string head, Dictionary<string, float> forwards, Dictionary<string, float> backwards, Func<string, string> mirror)
    {
        IReadOnlyList<string> classes = model.Classes(head);
        double[] there = model.Scores(head, forwards);
        double[] back = model.Scores(head, backwards);
        var place = classes.Select(static (name, index) => (name, index)).ToDictionary(static entry => entry.name, static entry => entry.index, StringComparer.Ordinal);
        var scores = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int i = 0; i < there.Length; i++)
            scores[classes[i]] = 0.5 * (there[i] + (place.TryGetValue(mirror(classes[i]), out int at) ? back[at] : there[i]));
        return scores;
    }
}
